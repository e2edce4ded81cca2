import { dayFromIso, isoFromDay, type Day } from '../vocabulary/day.ts';
import { dayAfter, type Duration } from '../vocabulary/duration.ts';
import type { Measure, Over } from '../vocabulary/measure.ts';

/** Days on which is counted, the first and the last included. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** Gives the periods that a measure looks at on a day: the current one, or those that have closed, the earliest first. */
export function periodsOf(measure: Measure, date: Day): readonly Period[] {
  const { over, in: which, excessOver } = measure;
  if (over.is === 'trailing') return [{ from: dayAfter(date, negated(over.lasting)) + 1, to: date }];
  if (over.is === 'since') return over.from > date ? [] : [{ from: over.from, to: date }];
  const periods = [...periodsFrom(over, date)];
  if (which.is === 'current') {
    const current = periods.filter(({ to }) => to >= date).map(({ from }) => ({ from, to: date }));
    const before = excessOver === undefined ? [] : periods.filter(({ to }) => to < date).slice(-1);
    return [...before, ...current.slice(0, 1)];
  }
  const closed = periods.filter(({ to }) => isClosed(to, measure, date));
  return which.is === 'last-closed' ? closed.slice(excessOver === undefined ? -1 : -2) : closed;
}

function isClosed(to: Day, { closesAfter }: Measure, date: Day): boolean {
  return (closesAfter === undefined ? to : dayAfter(to, closesAfter)) < date;
}

/** The first day after a period of some length; before it where the length is negative. */
function negated({ count, unit }: Duration): Duration {
  return { count: -count, unit };
}

/** All periods that have begun by a day. Each starts as many steps after the first, so that the end of a month is kept. */
function* periodsFrom(over: Extract<Over, { is: 'every' | 'calendar' }>, date: Day): Generator<Period> {
  const { step, from } = over.is === 'every' ? over : calendarSteps(over, date);
  for (let index = 0; index < MOST_PERIODS; index += 1) {
    const start = stepsAfter(from, step, index);
    if (start > date) return;
    const next =
      over.lasting === undefined ? stepsAfter(from, step, index + 1) : dayAfter(start, over.lasting);
    yield { from: start, to: next - 1 };
  }
}

/** More than a hundred years of days. */
const MOST_PERIODS = 40_000;

function stepsAfter(from: Day, { count, unit }: Duration, steps: number): Day {
  return steps === 0 ? from : dayAfter(from, { count: count * steps, unit });
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

function calendarSteps(
  { unit, from, lasting }: Extract<Over, { is: 'calendar' }>,
  date: Day,
): { readonly step: Duration; readonly from: Day } {
  const months = MONTHS[unit];
  const step: Duration = { count: months, unit: 'months' };
  if (from !== undefined) {
    const start = startOfPeriod(from, months);
    return { step, from: start < from ? dayAfter(start, step) : start };
  }
  const earlier = lasting === undefined ? date : dayAfter(date, negated(lasting));
  return { step, from: startOfPeriod(dayAfter(earlier, { count: -3 * months, unit: 'months' }), months) };
}

/** The first day of the calendar period in which a day lies. */
function startOfPeriod(day: Day, months: number): Day {
  const [year = '', month = ''] = isoFromDay(day).split('-');
  const first = Math.floor((Number(month) - 1) / months) * months + 1;
  return dayFromIso(`${year}-${String(first).padStart(2, '0')}-01`) ?? day;
}
