import { nthOpenDayAfter, nthOpenDayBefore, type Calendar, type Outside } from './calendar.ts';
import type { Day } from './day.ts';
import { dayAfter, dayBefore, type Duration } from './duration.ts';

/** A number of days on which business is done by some calendar, which it carries. */
export interface BusinessDays {
  readonly count: number;
  readonly unit: 'business-days';
  readonly calendar: Calendar;
}

/** A length of time as contracts count it: in days that every calendar has, or in those of one calendar. */
export type Period = Duration | BusinessDays;

/** A duration of which the last day, where no business is done on it, is put off to the next day on which it is. */
export interface PutOff {
  readonly unit: 'or-next-business-day';
  readonly of: Duration;
  readonly calendar: Calendar;
}

/** How long a stage of a first right may be. */
export type StageLength = Period | PutOff;

/** The first and the last day that a count may lead to; they are one where nothing is unknown. */
export interface DayRange {
  readonly earliest: Day;
  /** `Infinity` where all days that a calendar does not cover might be without business. */
  readonly latest: Day;
}

/**
 * Gives the day on which a length that is counted from a day, that day excluded, ends; `undefined` where its calendar
 * does not cover all the days that would be counted.
 */
export function dayAfterOn(length: StageLength, day: Day): Day | undefined {
  return onlyDay(rangeAfter(length, day));
}

/** Gives the day that lies a period before a day, that day excluded; `undefined` where its calendar does not reach back. */
export function dayBeforeOn(period: Period, day: Day): Day | undefined {
  return onlyDay(rangeBefore(period, day));
}

/** Gives the days on which a length counted from a day may end, whatever the days are that its calendar does not cover. */
export function rangeAfter(length: StageLength, day: Day): DayRange {
  return { earliest: endedAfter(length, day, 'open'), latest: endedAfter(length, day, 'closed') };
}

function endedAfter(length: StageLength, day: Day, outside: Outside): Day {
  if (length.unit !== 'or-next-business-day') return countedAfter(length, day, outside);
  const last = dayAfter(day, length.of);
  return Number.isFinite(last) ? nthOpenDayAfter(length.calendar, last - 1, 1, outside) : last;
}

/** Gives the days that may lie a period before a day. `earliest` is `-Infinity` where the calendar might have no more. */
export function rangeBefore(period: Period, day: Day): DayRange {
  return { earliest: countedBefore(period, day, 'closed'), latest: countedBefore(period, day, 'open') };
}

/** Counts forward, the days that a calendar does not cover being all open or all closed. Later days never end earlier. */
export function countedAfter(period: Period, day: Day, outside: Outside): Day {
  if (!Number.isFinite(day)) return day;
  if (period.unit !== 'business-days') return dayAfter(day, period);
  return nthOpenDayAfter(period.calendar, day, period.count, outside);
}

/** Counts back in the same way. */
export function countedBefore(period: Period, day: Day, outside: Outside): Day {
  if (!Number.isFinite(day)) return day;
  if (period.unit !== 'business-days') return dayBefore(day, period);
  return nthOpenDayBefore(period.calendar, day, period.count, outside);
}

function onlyDay({ earliest, latest }: DayRange): Day | undefined {
  return earliest === latest && Number.isFinite(earliest) ? earliest : undefined;
}
