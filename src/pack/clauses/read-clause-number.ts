import { inBackticks } from '../../diagnostics/plain-text.ts';
import { sourceOf } from '../forms/check-shape.ts';
import { readText } from '../forms/read-text.ts';
import type { Report } from '../written/report.ts';
import type { Spot } from '../written/written.ts';

/** Reads a clause's number, which is text: YAML takes `7.10` for 7.1. */
export function readClauseNumber(spot: Spot, report: Report): string | undefined {
  if (typeof spot.value !== 'number') return readText(spot, report);
  const number = sourceOf(spot);
  const hint = `write \`'${number}'\`; without quotes YAML drops final zeros`;
  return report('clause/number-not-quoted', spot, `clause number ${inBackticks(number)} is not quoted`, {
    hint,
  });
}
