import { inBackticks } from '../../diagnostics/plain-text.ts';
import type { Report } from '../written/report.ts';
import type { Part, Spot } from '../written/written.ts';
import { reportWrong } from './check-shape.ts';

export const ID = /^[A-Za-z][A-Za-z0-9.-]*$/;
export const LONGEST_ID = 100;

/** Words that the rule language uses itself where an id may stand. */
export const RESERVED: ReadonlySet<string> = new Set([
  'all',
  'any',
  'not',
  'none',
  'unknown',
  'other',
  'provider',
  'date',
  'defined',
  'event',
  'consent-of',
]);

/** Reads an id that is written as a value. */
export function readId(spot: Spot, report: Report): string | undefined {
  const { value } = spot;
  if (typeof value !== 'string' || value === '') return reportWrong(spot, 'the id', report);
  return checkId(value, spot, 'value', report) ? value : undefined;
}

/** Checks the id under which a map declares something. */
export function checkId(id: string, spot: Spot, part: Part, report: Report): boolean {
  if (!checkLetters(id, spot, part, report)) return false;
  if (!RESERVED.has(id)) return true;
  report('shape/reserved-id', spot, `${inBackticks(id)} is a word of the rule language itself`, { part });
  return false;
}

/** Checks that a name is made like an id, where words of the rule language may be names too. */
export function checkLetters(id: string, spot: Spot, part: Part, report: Report): boolean {
  if (ID.test(id) && id.length <= LONGEST_ID) return true;
  const hint = `an id is a letter, then up to ${String(LONGEST_ID - 1)} letters, digits, \`-\` and \`.\``;
  report('shape/bad-id', spot, `${inBackticks(id)} is no id`, { hint, part });
  return false;
}
