import type { Measure } from '../../src/vocabulary/measure.ts';
import { dayFromIso, isoFromDay } from '../../src/vocabulary/day.ts';

/** First and last day. */
export interface NaivePeriod {
  readonly from: number;
  readonly to: number;
}

/** Every period of a measure that has begun by a day, the earliest first, to its own end. */
export function everyPeriod({ over }: Measure, date: number): readonly NaivePeriod[] {
  if (over.is === 'since') return over.from > date ? [] : [{ from: over.from, to: Infinity }];
  if (over.is === 'trailing')
    return [{ from: moved(date, -over.lasting.count, over.lasting.unit) + 1, to: Infinity }];
  const starts = over.is === 'every' ? startsOfSteps(over, date) : startsInCalendar(over, date);
  return starts.slice(0, -1).map((from, index) => ({
    from,
    to:
      (over.lasting === undefined
        ? (starts[index + 1] ?? Infinity)
        : moved(from, over.lasting.count, over.lasting.unit)) - 1,
  }));
}

/** The last of them is after the day. */
function startsOfSteps(
  { step, from }: Extract<Measure['over'], { is: 'every' }>,
  date: number,
): readonly number[] {
  const starts = [from];
  while ((starts.at(-1) ?? Infinity) <= date) starts.push(moved(from, step.count * starts.length, step.unit));
  return starts;
}

function startsInCalendar(
  { unit, from }: Extract<Measure['over'], { is: 'calendar' }>,
  date: number,
): readonly number[] {
  const months = { month: 1, quarter: 3, year: 12 }[unit];
  const isStart = (day: number): boolean => {
    const [, month = 1, inMonth = 1] = isoFromDay(day).split('-').map(Number);
    return inMonth === 1 && (month - 1) % months === 0;
  };
  const starts: number[] = [];
  for (let day = from ?? date - 900; starts.length === 0 || (starts.at(-1) ?? 0) <= date; day += 1) {
    if (isStart(day)) starts.push(day);
  }
  return starts;
}

/** The last day on which a period may still be made good. */
export function closingDay({ closesAfter }: Measure, to: number): number {
  return closesAfter === undefined || to === Infinity ? to : moved(to, closesAfter.count, closesAfter.unit);
}

/** Months one by one, then back to the last day that the month has. */
function moved(day: number, count: number, unit: string): number {
  if (unit === 'calendar-days') return day + count;
  if (unit === 'weeks') return day + 7 * count;
  const [year = 0, month = 1, inMonth = 1] = isoFromDay(day).split('-').map(Number);
  const [years, months] = inMonths(year, month, count * (unit === 'years' ? 12 : 1));
  for (let last = inMonth; last > 0; last -= 1) {
    const found = dayFromIso(`${String(years)}-${two(months)}-${two(last)}`);
    if (found !== undefined) return found;
  }
  throw new RangeError('no such month');
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}

function inMonths(year: number, month: number, left: number): readonly [number, number] {
  if (left === 0) return [year, month];
  if (left > 0) return month === 12 ? inMonths(year + 1, 1, left - 1) : inMonths(year, month + 1, left - 1);
  return month === 1 ? inMonths(year - 1, 12, left + 1) : inMonths(year, month - 1, left + 1);
}
