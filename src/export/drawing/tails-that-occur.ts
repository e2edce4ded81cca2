import { tailVectors } from '../../diagram/variables/tail-vectors.ts';
import { calendarIn, dayAt, type Offset } from '../../vocabulary/offset.ts';

/** Gives every set of tails, as bits, that can be over on one day: half a year is never over before a month is. */
export function tailsThatOccur(tails: readonly Offset[]): ReadonlySet<number> {
  if (tails.some(({ steps }) => calendarIn(steps) !== undefined)) return new Set(tailVectors(tails));
  const found = new Set([0]);
  for (let day = 0; day < FOUR_YEARS; day += 1) {
    const ends = tails.map((tail) => dayAt(day, tail));
    for (const date of ends) {
      for (const each of [date - 1, date]) found.add(bitsOf(ends, each));
    }
  }
  return found;
}

/** After so many days the calendar repeats itself, but for three days in four hundred years. */
const FOUR_YEARS = 1_461;

function bitsOf(ends: readonly number[], date: number): number {
  return ends.reduce((bits, end, place) => (end <= date ? bits | (1 << place) : bits), 0);
}
