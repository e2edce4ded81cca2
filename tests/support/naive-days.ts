import type { Request } from '../../src/pack/request.ts';
import type { Day } from '../../src/vocabulary/day.ts';
import type { Duration } from '../../src/vocabulary/duration.ts';
import type { StageLength } from '../../src/vocabulary/period.ts';
import { countedFrom, isOpenOn, type Bound } from './naive-count.ts';

/** The day counted from is excluded, the last included; a month ends on the same day of the month, or on its last. */
export function lastDay(from: Day, duration: Duration | 'none'): Day {
  if (duration === 'none') return Number.POSITIVE_INFINITY;
  const { count, unit } = duration;
  if (unit === 'calendar-days' || unit === 'weeks') return from + (unit === 'weeks' ? 7 * count : count);
  const start = new Date(from * MILLISECONDS_A_DAY);
  const month = start.getUTCMonth() + (unit === 'years' ? 12 * count : count);
  const lastOfMonth = new Date(Date.UTC(start.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const dayOfMonth = Math.min(start.getUTCDate(), lastOfMonth);
  return Date.UTC(start.getUTCFullYear(), month, dayOfMonth) / MILLISECONDS_A_DAY;
}

const MILLISECONDS_A_DAY = 24 * 60 * 60 * 1000;

/** The first or the last day on which a length may end, whatever the days are that its calendar does not cover. */
export function boundOf(from: Day, length: StageLength, bound: Bound): Day {
  if (length.unit !== 'or-next-business-day') return countedFrom(from, [{ sign: 1, by: length }], bound);
  const { calendar, of } = length;
  let day = lastDay(from, of);
  while (isOpenOn(calendar, day) === false) day += 1;
  if (isOpenOn(calendar, day) === true || bound === 'earliest') return day;
  while (day < calendar.covers.from) day += 1;
  if (day > calendar.covers.to) return Number.POSITIVE_INFINITY;
  while (isOpenOn(calendar, day) === false) day += 1;
  return day > calendar.covers.to ? Number.POSITIVE_INFINITY : day;
}

/** The days that make a difference to a procedure: from the first on which anything may have happened to the request's. */
export function daysOfRecord({ opportunity, date }: Request): readonly Day[] {
  if (opportunity === undefined) return [];
  const first = Math.min(date, opportunity.completeTo + 1, ...opportunity.events.map(({ on }) => on));
  return Array.from({ length: date - first + 1 }, (_, index) => first + index);
}
