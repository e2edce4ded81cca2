import { complete } from '../forms/complete.ts';
import { readText, readWord } from '../forms/read-text.ts';
import { reportWrong } from '../forms/check-shape.ts';
import { OTHER_TERMS, REOPENINGS, TERM_DIRECTIONS, type DealTerms } from '../procedure.ts';
import { child, isMap, type Spot } from '../written/written.ts';
import type { Report } from '../written/report.ts';
import type { ResolveContext } from './resolve-context.ts';
import { wordForm, type StatedPart } from './stated-part.ts';

/** Resolves which terms of a deal matter, which way each is better for the grantor, and what a change does. */
export function resolveDealTerms(
  procedure: Spot,
  stated: StatedPart,
  context: ResolveContext,
): DealTerms | undefined {
  const { report } = context;
  const terms = child(procedure, 'terms');
  return complete({
    better: readEntries(child(terms, 'better-for-grantor'), (each) =>
      readWord(each, TERM_DIRECTIONS, report),
    ),
    tolerance: readEntries(child(terms, 'tolerance'), (each) => readPercentage(each, report)),
    others: stated(['terms', 'others'], wordForm(OTHER_TERMS, context)),
    reopenOn: stated(['terms', 'reopen-on'], wordForm(REOPENINGS, context)),
  });
}

/** Reads a map of terms; left out, it is empty. */
function readEntries<T>(
  spot: Spot,
  read: (spot: Spot) => T | undefined,
): Readonly<Record<string, T>> | undefined {
  if (!isMap(spot.value)) return {};
  const entries = Object.keys(spot.value).map((term) => [term, read(child(spot, term))] as const);
  return complete(Object.fromEntries(entries)) as Readonly<Record<string, T>> | undefined;
}

const PERCENTAGE = /^(\d{1,4}(?:\.\d{1,6})?) ?%$/;

/** Reads `5 %`: a share of the earlier value. */
function readPercentage(spot: Spot, report: Report): number | undefined {
  const [, digits] = PERCENTAGE.exec(readText(spot, () => undefined) ?? '') ?? [];
  return digits === undefined ? reportWrong(spot, 'a percentage such as `5 %`', report) : Number(digits);
}
