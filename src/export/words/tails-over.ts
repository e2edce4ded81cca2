import type { Offset } from '../../vocabulary/offset.ts';

/** Tells of each tail whether it is over, from the bits of a class. */
export function tailsOverIn(tails: readonly Offset[], over: number): readonly boolean[] {
  return tails.map((_, place) => (over & (1 << place)) !== 0);
}

/** True where the day itself has come: the first tail is no time at all. */
export function startsOver(over: number): boolean {
  return (over & 1) !== 0;
}
