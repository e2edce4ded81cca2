import type { Day } from './day.ts';
import { countedAfter, countedBefore, type Period, type StageLength } from './period.ts';

/** One count, forward or back. */
export interface Step {
  readonly towards: 'after' | 'before';
  readonly by: Period;
}

/**
 * A way from one day to another, count by count. Where days count that a calendar does not cover, it leads to the
 * earliest or to the latest day that may be meant; both are whole functions of a day, and never lead a later day to an
 * earlier one.
 */
export interface Offset {
  readonly steps: readonly Step[];
  readonly bound: 'earliest' | 'latest';
}

/** The day itself. */
export const AT_ONCE: Offset = { steps: [], bound: 'earliest' };

/** Gives the ways that some counts may lead: one, or two where they need a calendar. */
export function offsetsOf(steps: readonly Step[]): readonly Offset[] {
  const earliest: Offset = { steps, bound: 'earliest' };
  return calendarIn(steps) === undefined ? [earliest] : [earliest, { steps, bound: 'latest' }];
}

/** Gives the day to which an offset leads; `Infinity` or `-Infinity` beyond all days. */
export function dayAt(day: Day, { steps, bound }: Offset): Day {
  return steps.reduce((at, { towards, by }) => {
    if (towards === 'after') return countedAfter(by, at, bound === 'earliest' ? 'open' : 'closed');
    return countedBefore(by, at, bound === 'earliest' ? 'closed' : 'open');
  }, day);
}

/** Gives the last day from which an offset leads no later than to a day, if there is one. */
export function latestFrom(day: Day, offset: Offset): readonly Day[] {
  let [low, high] = [day - ALL_DAYS, day + ALL_DAYS];
  if (dayAt(low, offset) > day) return [];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (dayAt(middle, offset) <= day) low = middle;
    else high = middle - 1;
  }
  return [low];
}

/** As many days as two thousand years have. */
const ALL_DAYS = 730_500;

/** Names the calendar on which the last of the counts in business days is made. */
export function calendarIn(steps: readonly Step[]): string | undefined {
  const by = steps.findLast((step) => step.by.unit === 'business-days')?.by;
  return by?.unit === 'business-days' ? by.calendar.id : undefined;
}

/** Tells offsets apart. */
export function textOfOffset({ steps, bound }: Offset): string {
  return [...steps.map(textOfStep), ...(calendarIn(steps) === undefined ? [] : [bound])].join(', ');
}

/** Writes a count as the rule language does: `after 18 months`, `before 10 business-days on new-york`. */
function textOfStep({ towards, by }: Step): string {
  return `${towards} ${textOfPeriod(by)}`;
}

/** Writes a length as the rule language does, such as `30 calendar-days`. */
export function textOfPeriod(period: StageLength): string {
  if (period.unit === 'or-next-business-day') {
    return `${textOfPeriod(period.of)} or next business-day on ${period.calendar.id}`;
  }
  const text = `${String(period.count)} ${period.unit}`;
  return period.unit === 'business-days' ? `${text} on ${period.calendar.id}` : text;
}
