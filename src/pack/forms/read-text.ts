import { listed } from '../../diagnostics/plain-text.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import type { Report } from '../written/report.ts';
import type { Spot } from '../written/written.ts';
import { reportWrong } from './check-shape.ts';

/** Reads text with at least one visible character. */
export function readText(spot: Spot, report: Report): string | undefined {
  const { value } = spot;
  return typeof value === 'string' && /\S/u.test(value) ? value : reportWrong(spot, 'text', report);
}

/** Reads one of a few words. */
export function readWord<Word extends string>(
  spot: Spot,
  words: readonly Word[],
  report: Report,
): Word | undefined {
  const word = words.find((each) => each === spot.value);
  if (word !== undefined) return word;
  const hint = typeof spot.value === 'string' ? didYouMean(spot.value, words) : undefined;
  return reportWrong(spot, listed(words), report, hint);
}
