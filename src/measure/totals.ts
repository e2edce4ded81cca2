import type { Day } from '../vocabulary/day.ts';
import type { Period } from './periods.ts';
import type { Place, Tally } from './tallies.ts';

/** What a period comes to: what is known of it, and whether there may be more. */
export interface Total {
  readonly counted: bigint;
  readonly rest: bigint;
  readonly mayCountMore: boolean;
  readonly mayRestBeMore: boolean;
}

/** Gives what each period comes to; for happenings whose place is not known, one choice of places. */
export function totalsOf(
  periods: readonly Period[],
  tallies: readonly Tally[],
  places: ReadonlyMap<Tally, Place>,
  completeTo: Day,
): readonly Total[] {
  const known = runningTotals(tallies, places);
  return periods.map(({ from, to }) => {
    const [before, after] = [known[countUpTo(tallies, from - 1)], known[countUpTo(tallies, to)]];
    if (before === undefined || after === undefined) throw new RangeError('a period lies outside the record');
    const isOpen = to > completeTo;
    return {
      counted: after.counted - before.counted,
      rest: after.rest - before.rest,
      mayCountMore: isOpen || after.unknownCounted > before.unknownCounted,
      mayRestBeMore: isOpen || after.unknownRest > before.unknownRest,
    };
  });
}

interface Running {
  readonly counted: bigint;
  readonly rest: bigint;
  readonly unknownCounted: number;
  readonly unknownRest: number;
}

/** What the first so many happenings come to, by their number. */
function runningTotals(tallies: readonly Tally[], places: ReadonlyMap<Tally, Place>): readonly Running[] {
  const totals: Running[] = [{ counted: 0n, rest: 0n, unknownCounted: 0, unknownRest: 0 }];
  let running = totals[0];
  for (const tally of tallies) {
    const place = places.get(tally) ?? tally.places[0];
    if (running === undefined) break;
    running = withTally(running, tally.amount, place ?? 'out');
    totals.push(running);
  }
  return totals;
}

function withTally(running: Running, amount: bigint | undefined, place: Place): Running {
  if (place === 'out') return running;
  if (place === 'counted')
    return amount === undefined
      ? { ...running, unknownCounted: running.unknownCounted + 1 }
      : { ...running, counted: running.counted + amount };
  return amount === undefined
    ? { ...running, unknownRest: running.unknownRest + 1 }
    : { ...running, rest: running.rest + amount };
}

/** How many of the happenings, which are in order, lie on a day or before it. */
function countUpTo(tallies: readonly Tally[], day: Day): number {
  let [low, high] = [0, tallies.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tallies[middle]?.on ?? Infinity) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
