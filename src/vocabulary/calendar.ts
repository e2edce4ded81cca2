import type { Day } from './day.ts';

export const WEEKDAYS = [
  'sunday',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
] as const;
/** A day of the week. */
export type Weekday = (typeof WEEKDAYS)[number];

/** The days on which business is done somewhere, as far as the contract or its reader has stated them. */
export interface Calendar {
  readonly id: string;
  /** Days of the week on which no business is done, in the week's order from Sunday on. Never all seven. */
  readonly closed: readonly Weekday[];
  /** Further days without business: in order, each once, within the coverage, on no closed day of the week. */
  readonly holidays: readonly Day[];
  /** The days of which the calendar knows whether business is done on them: first and last day, both included. */
  readonly covers: { readonly from: Day; readonly to: Day };
}

/** What a calendar's silence on the days outside its coverage is taken for, to find the limits of what may be. */
export type Outside = 'open' | 'closed';

/** True where business is done on a day; `undefined` outside the coverage. */
export function isOpenOn(calendar: Calendar, day: Day): boolean | undefined {
  const { from, to } = calendar.covers;
  if (!(from <= day && day <= to)) return undefined;
  return openDaysThrough(calendar, day) > openDaysThrough(calendar, day - 1);
}

/**
 * Gives the day itself where business is done on it, else the next on which it is: where a last day is put off because
 * it is no business day. `undefined` where the calendar does not reach so far.
 */
export function rolledForward(day: Day, calendar: Calendar): Day | undefined {
  if (isOpenOn(calendar, day) === undefined) return undefined;
  const next = nthOpenDayAfter(calendar, day - 1, 1, 'closed');
  return next === Infinity ? undefined : next;
}

/** Gives the nth business day after a day, that day excluded; `Infinity` where the days outside are closed and none is left. */
export function nthOpenDayAfter(calendar: Calendar, day: Day, nth: number, outside: Outside): Day {
  const { from, to } = calendar.covers;
  const wanted = rankOf(calendar, day, outside) + nth;
  if (outside === 'closed' && wanted > openDaysThrough(calendar, to)) return Infinity;
  const latest = outside === 'closed' ? to : day + nth + (to - from + 1);
  return firstWhere(day + 1, latest, (each) => rankOf(calendar, each, outside) >= wanted);
}

/** Gives the nth business day before a day, that day excluded; `-Infinity` where the days outside are closed and none is left. */
export function nthOpenDayBefore(calendar: Calendar, day: Day, nth: number, outside: Outside): Day {
  const { from, to } = calendar.covers;
  const wanted = rankOf(calendar, day - 1, outside) - nth;
  if (outside === 'closed' && wanted < 0) return -Infinity;
  const earliest = outside === 'closed' ? from : day - nth - (to - from + 1);
  return firstWhere(earliest, day - 1, (each) => rankOf(calendar, each, outside) > wanted);
}

/** How many open days there are from the coverage's first to a day; below zero where the days before it are open. */
function rankOf(calendar: Calendar, day: Day, outside: Outside): number {
  const { from, to } = calendar.covers;
  const known = openDaysThrough(calendar, Math.min(Math.max(day, from - 1), to));
  if (outside === 'closed') return known;
  return known + Math.max(0, day - to) - Math.max(0, from - 1 - day);
}

/** Counts the open days of a coverage up to one of its days, or to the day before it. */
function openDaysThrough({ closed, holidays, covers }: Calendar, day: Day): number {
  const days = day - covers.from + 1;
  const weeks = Math.floor(days / 7);
  let open = weeks * (7 - closed.length);
  for (let each = covers.from + weeks * 7; each <= day; each++) if (!closed.includes(weekdayOf(each))) open++;
  return open - firstWhere(0, holidays.length, (place) => (holidays[place] ?? Infinity) > day);
}

/** Gives the day of the week. */
export function weekdayOf(day: Day): Weekday {
  return WEEKDAYS[(((day + THURSDAY) % 7) + 7) % 7] ?? 'thursday';
}

/** 1970-01-01, day nought, was a Thursday. */
const THURSDAY = WEEKDAYS.indexOf('thursday');

/** Gives the first whole number of a range from which on something holds; it holds of the last. */
function firstWhere(first: number, last: number, holds: (each: number) => boolean): number {
  let [low, high] = [first, last];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
