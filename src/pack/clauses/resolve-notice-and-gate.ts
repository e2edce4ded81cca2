import { inBackticks, listed } from '../../diagnostics/plain-text.ts';
import { reportWrong } from '../forms/check-shape.ts';
import { checkStage } from '../forms/check-stage.ts';
import { complete, optional } from '../forms/complete.ts';
import { readName } from '../forms/names.ts';
import { readStageLength } from '../forms/read-duration.ts';
import type { Procedure } from '../procedure.ts';
import { factsOfType } from '../vocabulary/vocabulary.ts';
import { child, type Spot } from '../written/written.ts';
import { FREQUENCY_SHAPE } from './procedure-shapes.ts';
import type { ResolveContext } from './resolve-context.ts';

/** Resolves a limit on how often a notice may be given: so many within so long. */
export function resolveFrequency(spot: Spot, { vocabulary, report }: ResolveContext) {
  return optional(child(spot, 'notice'), 'at-most', 'frequency', (limit) => {
    const hint = 'write how many in how long: `{ notices: 1, in: 30 calendar-days }`; no limit is left out';
    if (checkStage(limit, FREQUENCY_SHAPE, 'a map', report, hint) === undefined) return undefined;
    return complete({
      notices: readCount(child(limit, 'notices'), report),
      period: readStageLength(child(limit, 'in'), vocabulary.calendars, report),
    });
  });
}

const MOST_NOTICES = 100;

function readCount(spot: Spot, report: ResolveContext['report']): number | undefined {
  const { value } = spot;
  const isCount = typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MOST_NOTICES;
  const hint = 'where the text sets no limit, leave `at-most` out';
  return isCount
    ? value
    : reportWrong(spot, `a whole number from 1 to ${String(MOST_NOTICES)}`, report, hint);
}

/** Resolves the fact that says whether the holder is able to do what it would take on: a boolean, or a human's finding. */
export function resolveAble(spot: Spot, context: ResolveContext): { able?: Procedure['able'] | undefined } {
  const { report, vocabulary } = context;
  return optional(child(spot, 'exercise'), 'able', 'able', (gate) => {
    if (gate.value === 'none' || gate.value === 'unknown') {
      const hint = 'where the text asks for no ability, leave `able` out';
      return reportWrong(gate, 'the id of a boolean fact or an assessment', report, hint);
    }
    const naming = { code: 'clause/undeclared-fact', noun: 'a fact' } as const;
    const id = readName(gate, vocabulary.facts, naming, report);
    const type = id === undefined ? undefined : vocabulary.facts.declared.get(id)?.type;
    if (id === undefined || type === undefined || type.is === 'boolean' || type.is === 'assessment')
      return id;
    const message = `${inBackticks(id)} cannot say whether the holder is able: it is neither a boolean nor an assessment`;
    return report('clause/unfit-gate', gate, message, { hint: hintFor(context) });
  });
}

function hintFor({ vocabulary: { facts } }: ResolveContext): string {
  const fitting = (['boolean', 'assessment'] as const).flatMap((is) => [
    ...factsOfType(facts, is).declared.keys(),
  ]);
  return fitting.length === 0 ? 'declare an assessment' : `facts that can are ${listed(fitting, 'and')}`;
}
