import type { Day } from '../../vocabulary/day.ts';
import { dayAfter, type Duration } from '../../vocabulary/duration.ts';

/** A length of time: a number of days, `Infinity` where there is no limit, or a duration as the contract counts it. */
export type Length = number | Duration;

/** Gives the last day of a length that is counted from a day, that day excluded. */
export function endOf(day: Day, length: Length): Day {
  return typeof length === 'number' ? day + length : dayAfter(day, length);
}
