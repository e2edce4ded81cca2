import type { Calendar } from '../../src/vocabulary/calendar.ts';
import type { Day } from '../../src/vocabulary/day.ts';
import { dayAfter } from '../../src/vocabulary/duration.ts';
import type { Period } from '../../src/vocabulary/period.ts';

/** One count forward (`1`) or back (`-1`). */
export interface Count {
  readonly sign: 1 | -1;
  readonly by: Period;
}

export type Bound = 'earliest' | 'latest';

/** The earliest or the latest day to which counts may lead, the days that calendars do not cover being what they will. */
export function countedFrom(day: Day, counts: readonly Count[], bound: Bound): Day {
  return counts.reduce((at, count) => (Number.isFinite(at) ? afterOne(at, count, bound) : at), day);
}

/** The calendar of the last count in business days. */
export function calendarOf(counts: readonly Count[]): string | undefined {
  const by = counts.findLast((count) => count.by.unit === 'business-days')?.by;
  return by?.unit === 'business-days' ? by.calendar.id : undefined;
}

function afterOne(day: Day, { sign, by }: Count, bound: Bound): Day {
  if (by.unit !== 'business-days') return dayAfter(day, { count: by.count * sign, unit: by.unit });
  const isOpenOutside = (sign === 1) === (bound === 'earliest');
  const { from, to } = by.calendar.covers;
  const [first, last] = sign === 1 ? [from, to] : [to, from];
  const before = Math.max(0, (first - day) * sign - 1);
  if (isOpenOutside && before >= by.count) return day + sign * by.count;
  let at = day + sign * before;
  let left = by.count - (isOpenOutside ? before : 0);
  while (left > 0) {
    const isBeyond = (at + sign - last) * sign > 0;
    if (isBeyond) return isOpenOutside ? at + sign * left : sign * Number.POSITIVE_INFINITY;
    at += sign;
    if (isOpenOn(by.calendar, at) === true) left -= 1;
  }
  return at;
}

/** Whether business is done on a day; `undefined` where the calendar does not say. */
export function isOpenOn({ closed, holidays, covers }: Calendar, day: Day): boolean | undefined {
  if (day < covers.from || day > covers.to) return undefined;
  const weekday = WEEK[new Date(day * 86_400_000).getUTCDay()];
  return !holidays.includes(day) && !closed.some((each) => each === weekday);
}

const WEEK = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
