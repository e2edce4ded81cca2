import { child, isMap, type Path, type Spot, type Written } from '../pack/written/written.ts';
import { isoFromDay, type Day } from '../vocabulary/day.ts';
import type { Entry, Ledger } from './ledger.ts';
import { standingEntries } from './standing-entries.ts';

/** What a ledger has of what measures count, in the words of a request: it stands there as `happened`. Days are ISO days. */
export interface RecordedHappenings {
  readonly 'complete-to': string;
  /** In the order of their entries, each as a request writes a happening. */
  readonly entries: readonly Readonly<Record<string, unknown>>[];
}

/** Gives the happenings of a ledger as a request would state them, or nothing where none are recorded. */
export function happeningsIn(ledger: Ledger, knownOn?: Day): RecordedHappenings | undefined {
  return partsIn(ledger, knownOn)?.data;
}

/**
 * Gives the happenings of a ledger with the places where it has them, as recorded by one day and without what happened
 * after another. Their record is complete to the latest day that an entry says; unsaid, to the last happening of all.
 */
export function recordedHappenings(ledger: Ledger, knownOn?: Day, until?: Day): Written | undefined {
  const parts = partsIn(ledger, knownOn, until);
  return parts && writtenFrom(parts);
}

/** True where anything is recorded of happenings, whenever that was and whether or not it stands. */
export function hasHappenings({ entries }: Ledger): boolean {
  return entries.some(({ says }) => says.is === 'happening' || says.is === 'happenings-complete-to');
}

interface Parts {
  readonly data: RecordedHappenings;
  readonly happenings: readonly Spot[];
  readonly completeTo: Entry;
}

function partsIn(ledger: Ledger, knownOn?: Day, until: Day = Infinity): Parts | undefined {
  const standing = standingEntries(ledger.entries, knownOn).map(({ entry }) => entry);
  const last = latest(standing, 'happenings-complete-to') ?? latest(standing, 'happening');
  if (last === undefined) return undefined;
  const happenings = standing
    .filter(({ says }) => says.is === 'happening' && says.on <= until)
    .map(({ spot }) => child(spot, 'happening'));
  const entries = happenings.map(({ value }) => ({ ...(isMap(value) ? value : {}) }));
  return { data: { 'complete-to': isoFromDay(last.day), entries }, happenings, completeTo: last.entry };
}

interface Stated {
  readonly day: Day;
  readonly entry: Entry;
}

function latest(entries: readonly Entry[], is: 'happening' | 'happenings-complete-to'): Stated | undefined {
  const stated = entries.flatMap((entry): readonly Stated[] => {
    const { says } = entry;
    if (says.is !== is) return [];
    return [{ day: says.is === 'happening' ? says.on : says.day, entry }];
  });
  return stated.toSorted((one, other) => other.day - one.day)[0];
}

/** Every part stands where the ledger has it. */
function writtenFrom({ data, happenings, completeTo }: Parts): Written {
  const home = ([key, index, ...rest]: Path): readonly [Spot, Path] => {
    const happening = key === 'entries' && typeof index === 'number' ? happenings[index] : undefined;
    if (happening !== undefined) return [happening, [...happening.path, ...rest]];
    return [completeTo.spot, [completeTo.says.is]];
  };
  return {
    data,
    placeOf: (path, part) => {
      const [spot, inside] = home(path);
      return spot.written.placeOf(inside, part);
    },
    sourceOf: () => undefined,
  };
}
