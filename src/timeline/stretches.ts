import type { Reach } from '../diagram/turns/reach.ts';
import type { Cut } from '../diagram/variables/line.ts';

/** Values between two neighbouring turns: the answer is the same for all of them. */
export interface Stretch {
  readonly low: Cut;
  readonly high: Cut;
  /** Two of its values, as near to its ends as can be written well; one and the same where it has no more. */
  readonly first: number;
  readonly last: number;
}

/** Parts days at the first days of its stretches, the span's own first day among them. */
export function stretchesOfDays(turns: readonly number[], { to }: Reach): readonly Stretch[] {
  return turns.map((first, place) => {
    const last = (turns[place + 1] ?? to + 1) - 1;
    return { first, last, low: { at: first, side: 'before' }, high: { at: last, side: 'after' } };
  });
}

/** Parts numbers at cuts that lie within a reach. */
export function stretchesOfNumbers(cuts: readonly Cut[], { from, to }: Reach): readonly Stretch[] {
  const ends: readonly Cut[] = [{ at: from, side: 'before' }, ...cuts, { at: to, side: 'after' }];
  return ends.slice(1).flatMap((high, place): readonly Stretch[] => {
    const low = ends[place];
    return low === undefined ? [] : [{ low, high, ...samplesOf(low, high) }];
  });
}

/** An end that belongs to the stretch, or else a number between the two. */
function samplesOf(low: Cut, high: Cut): Pick<Stretch, 'first' | 'last'> {
  const middle = low.at + (high.at - low.at) / 2;
  return {
    first: low.side === 'before' ? low.at : middle,
    last: high.side === 'after' ? high.at : middle,
  };
}
