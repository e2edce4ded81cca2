import type { Day } from '../vocabulary/day.ts';
import type { Entry } from './ledger.ts';

/** An entry that no other supersedes, in the place of the first that it corrects. */
export interface Standing {
  readonly place: number;
  readonly entry: Entry;
}

/**
 * Gives the entries that stand, in the order of their places, as recorded by a day. A correction takes the place of what
 * it corrects; a withdrawal leaves it empty.
 */
export function standingEntries(entries: readonly Entry[], knownOn: Day = Infinity): readonly Standing[] {
  const standing = new Map<number, Standing>();
  for (const entry of entries) {
    if (entry.recorded <= knownOn) settle(entry, standing);
  }
  return [...standing.values()].toSorted((one, other) => one.place - other.place);
}

/** Lets an entry take its place among those that stand, which are kept by the number of the entry. */
export function settle(entry: Entry, standing: Map<number, Standing>): void {
  const before = entry.supersedes === undefined ? undefined : standing.get(entry.supersedes);
  if (before !== undefined) standing.delete(before.entry.number);
  if (entry.says.is === 'withdrawn') return;
  standing.set(entry.number, { place: before?.place ?? entry.number, entry });
}
