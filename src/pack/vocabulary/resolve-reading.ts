import { inBackticks, listed } from '../../diagnostics/plain-text.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import { checkShape, reportMissing, reportWrong } from '../forms/check-shape.ts';
import { complete } from '../forms/complete.ts';
import type { EnumValue, Reading } from '../pack.ts';
import type { Report } from '../written/report.ts';
import { child, type Spot } from '../written/written.ts';
import { resolveMeanings } from './resolve-fact.ts';
import { READING_SHAPE } from './vocabulary-shapes.ts';

/** Resolves the declaration of an open question of interpretation. */
export function resolveReading(id: string, spot: Spot, report: Report): Reading | undefined {
  const shape = checkShape(spot, READING_SHAPE, report);
  const options = shape && resolveMeanings(child(spot, 'options'), report);
  if (shape === undefined || options === undefined) return undefined;
  const { question, assume, because } = shape;
  if (assume === undefined && because === undefined) return { id, question, options };
  if (assume === undefined) return reportMissing(spot, 'assume', report);
  if (because === undefined) return reportMissing(spot, 'because', report, 'say why the option is assumed');
  const option = readOption(child(spot, 'assume'), options, report);
  return option === undefined ? undefined : complete({ id, question, options, assumed: { option, because } });
}

function readOption(spot: Spot, options: readonly EnumValue[], report: Report): string | undefined {
  const { value } = spot;
  if (typeof value !== 'string') return reportWrong(spot, 'the id of an option', report);
  const ids = options.map((option) => option.id);
  if (ids.includes(value)) return value;
  const message = `${inBackticks(value)} is no option of the reading`;
  return report('pack/undeclared-option', spot, message, {
    hint: didYouMean(value, ids) ?? `write ${listed(ids)}`,
  });
}
