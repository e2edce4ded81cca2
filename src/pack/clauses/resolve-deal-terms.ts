import { inBackticks, listed } from '../../diagnostics/plain-text.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import { reportWrong } from '../forms/check-shape.ts';
import { complete } from '../forms/complete.ts';
import { checkLetters } from '../forms/ids.ts';
import { readText, readWord } from '../forms/read-text.ts';
import { OTHER_TERMS, REOPENINGS, TERM_DIRECTIONS, type DealTerms } from '../procedure.ts';
import { child, entriesOf, isMap, type Spot } from '../written/written.ts';
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
  const listing = child(terms, 'better-for-grantor');
  return complete({
    better: readEntries(listing, report, (each) => readWord(each, TERM_DIRECTIONS, report)),
    tolerance: readEntries(child(terms, 'tolerance'), report, (each, term) =>
      checkTolerated(term, each, listing, report) ? readPercentage(each, report) : undefined,
    ),
    others: stated(['terms', 'others'], wordForm(OTHER_TERMS, context)),
    reopenOn: stated(['terms', 'reopen-on'], wordForm(REOPENINGS, context)),
  });
}

/** Reads a map of terms; left out, it is empty. It has no prototype, so that no term is found which was not written. */
function readEntries<T>(
  spot: Spot,
  report: Report,
  read: (spot: Spot, term: string) => T | undefined,
): Readonly<Record<string, T>> | undefined {
  const entries = Object.create(null) as Record<string, T | undefined>;
  for (const [term, each] of entriesOf(spot)) {
    entries[term] = checkLetters(term, each, 'key', report) ? read(each, term) : undefined;
  }
  return complete(entries) as Readonly<Record<string, T>> | undefined;
}

/** Checks that a tolerance is for a listed term whose direction is stated: what has no order has no share of its value. */
function checkTolerated(term: string, spot: Spot, listing: Spot, report: Report): boolean {
  const direction = child(listing, term).value;
  if (direction === 'unordered') {
    const message = `${inBackticks(term)} is unordered, so that no share of it can be tolerated`;
    report('clause/unordered-tolerance', spot, message, { part: 'key' });
  } else if (direction === undefined) {
    const terms = isMap(listing.value) ? Object.keys(listing.value) : [];
    const known = terms.length === 0 ? undefined : `the terms listed are ${listed(terms, 'and')}`;
    const message = `${inBackticks(term)} is not listed under \`better-for-grantor\``;
    report('clause/unlisted-term', spot, message, { part: 'key', hint: didYouMean(term, terms) ?? known });
  } else return true;
  return false;
}

const PERCENTAGE = /^(\d{1,4}(?:\.\d{1,6})?) ?%$/;
const SHARE = /^(\d{1,4}(?:\.\d{1,6})?)\b/;

/** Reads `5 %`: a share of the earlier value. */
function readPercentage(spot: Spot, report: Report): number | undefined {
  const [, digits] = PERCENTAGE.exec(readText(spot, () => undefined) ?? '') ?? [];
  if (digits !== undefined) return Number(digits);
  const isScalar = typeof spot.value === 'number' || typeof spot.value === 'string';
  const [, share = '5'] = (isScalar ? SHARE.exec(String(spot.value)) : null) ?? [];
  return reportWrong(spot, 'a percentage of the earlier value', report, `write \`${share} %\``);
}
