import { inBackticks } from '../../diagnostics/plain-text.ts';
import { reportWrong } from '../forms/check-shape.ts';
import { checkStage } from '../forms/check-stage.ts';
import { DURATION } from '../forms/read-duration.ts';
import type { Report } from '../written/report.ts';
import { child, isMap, type Spot } from '../written/written.ts';
import { PROCEDURE_SHAPE, STAGE_SHAPES } from './procedure-shapes.ts';

/** Checks the keys of a procedure and of its stages; a procedure that is left out has none. */
export function checkStages(procedure: Spot, report: Report): boolean {
  if (procedure.value === undefined) return true;
  const shape = checkStage(procedure, PROCEDURE_SHAPE, 'a procedure', report);
  if (shape === undefined) return false;
  const stages = Object.entries(STAGE_SHAPES).map(([key, stage]) => {
    const spot = child(procedure, key);
    if (spot.value === undefined) return true;
    return key === 'negotiation' ? checkTalks(spot, report) : checkStage(spot, stage, 'a map', report);
  });
  return stages.every(Boolean);
}

const NO_TALKS_HINT =
  'where the text has no talks write `none`; where it does not say, leave `negotiation` out';

function checkTalks(spot: Spot, report: Report): object | undefined {
  const { value } = spot;
  if (value === 'none') return {};
  if (isMap(value) && ('assume' in value || 'reading' in value)) {
    const hint = 'write the value under `within`, where `no-talks` stands for no talks at all';
    return reportWrong(spot, 'a map with `within` and `no-agreement`', report, hint);
  }
  const hint =
    typeof value === 'string' && DURATION.test(value) ? inBackticks(`{ within: ${value} }`) : undefined;
  return checkStage(
    spot,
    STAGE_SHAPES.negotiation,
    'a map or `none`',
    report,
    hint === undefined ? NO_TALKS_HINT : `write ${hint}`,
  );
}
