import type { Day } from '../../vocabulary/day.ts';
import { rangeAfter, type DayRange, type StageLength } from '../../vocabulary/period.ts';

/** A length of time: a number of days, `Infinity` where there is no limit, or a length as the contract counts it. */
export type Length = number | StageLength;

/** Gives the days on which a length may end that is counted from a day, that day excluded: one, where a calendar tells. */
export function rangeOf(day: Day, length: Length): DayRange {
  if (typeof length === 'number') return { earliest: day + length, latest: day + length };
  return rangeAfter(length, day);
}

/**
 * Gives days of a range enough to tell apart how its end may lie about the days at whose start something turns; of a range of
 * several days never one alone, so that none is taken for known.
 */
export function endsAmong(turns: readonly Day[], { earliest, latest }: DayRange): readonly Day[] {
  const later = turns.filter((day) => earliest < day && day <= latest);
  if (later.length === 0 && earliest < latest) return [earliest, earliest + 1];
  return [...new Set([earliest, ...later.toSorted((one, other) => one - other)])];
}
