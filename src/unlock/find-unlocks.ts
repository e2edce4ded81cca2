import type { Answer, Decision } from '../evaluation/decision.ts';
import type { Pack } from '../pack/pack.ts';
import type { Request } from '../pack/request.ts';
import { mergedWays } from './merge-ways.ts';
import { SOURCES } from './options/option.ts';
import { sizeOf, type FoundSet } from './search/found-set.ts';
import { openSearch, type Search } from './search/search-all-days.ts';
import type { Unlock, Way } from './unlocks.ts';
import { verified, type Verified } from './verified.ts';
import { draftWay, sourceOf, writtenWay } from './way-of.ts';

/** Beyond so many changes nobody looks. */
export const MOST_CHANGES = 4;
/** How many changes a way takes at most, unless said otherwise. */
export const USUAL_CHANGES = 2;

/** Beyond so many, ways are not shown; the smallest are. */
const MOST_WAYS = 60;

/** Finds for each candidate that may not serve, or of which it is not known, the smallest sets of changes that would let it. */
export async function findUnlocks(
  pack: Pack,
  request: Request,
  { answers }: Decision,
  atMost: number = USUAL_CHANGES,
): Promise<readonly Unlock[]> {
  const search = openSearch(pack, request, atMost);
  const unlocks: Unlock[] = [];
  for (const answer of answers.filter(({ outcome }) => outcome !== 'permitted')) {
    unlocks.push(await unlockFor(answer, { pack, request, atMost, found: search(answer.provider) }));
  }
  return unlocks;
}

interface Asked {
  readonly pack: Pack;
  readonly request: Request;
  readonly atMost: number;
  readonly found: Search;
}

async function unlockFor(answer: Answer, { pack, request, atMost, found }: Asked): Promise<Unlock> {
  const smallestFirst = found.sets.toSorted(inReadingOrder);
  const shown = smallestFirst.slice(0, MOST_WAYS);
  const confirmed: Verified[] = [];
  for (const set of shown) {
    const each = await verified(pack, request, answer.provider, set);
    if (each !== undefined) confirmed.push(each);
  }
  const standing = { pack, request, answer };
  const drafts = mergedWays(confirmed.map((each) => draftWay(each, standing)));
  const gaveUp = [
    ...found.gaveUp,
    ...(shown.length < smallestFirst.length
      ? [`${String(smallestFirst.length - shown.length)} further ways`]
      : []),
    ...(confirmed.length < shown.length ? ['ways of which both engines can only bound the answer'] : []),
  ];
  const { provider, name, outcome } = answer;
  const ways = drafts.map((draft) => writtenWay(draft, standing)).toSorted(byWhoIsNeeded);
  return { provider, name, outcome, atMost, ways, complete: gaveUp.length === 0, gaveUp };
}

/** Small sets first, and of one size those that the asker can bring about alone. */
function inReadingOrder(one: FoundSet, other: FoundSet): number {
  const source = ({ options }: FoundSet): number =>
    SOURCES.indexOf(sourceOf(options.map(({ topic }) => topic)));
  return sizeOf(one) - sizeOf(other) || source(one) - source(other) || one.day - other.day;
}

function byWhoIsNeeded(one: Way, other: Way): number {
  const source = ({ source: each }: Way): number => SOURCES.indexOf(each);
  return (
    source(one) - source(other) ||
    one.changes.length - other.changes.length ||
    (one.day < other.day ? -1 : one.day > other.day ? 1 : 0)
  );
}
