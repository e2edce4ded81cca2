import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isOpenOn,
  rolledForward,
  weekdayOf,
  WEEKDAYS,
  type Calendar,
} from '../../src/vocabulary/calendar.ts';
import { dayFromIso, isoFromDay, type Day } from '../../src/vocabulary/day.ts';
import { dayAfter, dayBefore, type Duration } from '../../src/vocabulary/duration.ts';
import {
  dayAfterOn,
  dayBeforeOn,
  rangeAfter,
  rangeBefore,
  type PutOff,
} from '../../src/vocabulary/period.ts';

const day = (iso: string): Day => dayFromIso(iso) ?? Number.NaN;

/** Two years of a place that rests on Saturdays and Sundays. */
const city: Calendar = {
  id: 'city',
  closed: ['sunday', 'saturday'],
  holidays: ['2019-12-25', '2020-01-01', '2020-07-03'].map(day),
  covers: { from: day('2019-01-01'), to: day('2020-12-31') },
};

const business = (count: number, calendar = city) => ({ count, unit: 'business-days', calendar }) as const;

function after(iso: string, count: number): string | undefined {
  const end = dayAfterOn(business(count), day(iso));
  return end === undefined ? undefined : isoFromDay(end);
}

function before(iso: string, count: number): string | undefined {
  const start = dayBeforeOn(business(count), day(iso));
  return start === undefined ? undefined : isoFromDay(start);
}

describe('business days', () => {
  test.each([
    ['2019-12-20', 1, '2019-12-23'],
    ['2019-12-21', 1, '2019-12-23'],
    ['2019-12-24', 1, '2019-12-26'],
    ['2019-12-20', 10, '2020-01-07'],
    ['2020-07-02', 1, '2020-07-06'],
    ['2018-12-31', 1, '2019-01-01'],
    ['2020-12-30', 1, '2020-12-31'],
  ])('from %s, %i end on %s', (from, count, end) => {
    expect(after(from, count)).toBe(end);
  });

  test.each([
    ['2019-12-26', 1, '2019-12-24'],
    ['2020-01-07', 10, '2019-12-20'],
    ['2020-07-06', 1, '2020-07-02'],
    ['2021-01-01', 1, '2020-12-31'],
  ])('before %s, %i lead to %s', (from, count, start) => {
    expect(before(from, count)).toBe(start);
  });

  test('outside the coverage are not known', () => {
    expect([after('2020-12-31', 1), after('2018-12-30', 1), after('2020-12-24', 6)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect([before('2019-01-01', 1), before('2021-01-02', 1)]).toEqual([undefined, undefined]);
  });

  test('outside the coverage lie between all of those days open and all closed', () => {
    expect(rangeAfter(business(3), day('2020-12-30'))).toEqual({
      earliest: day('2021-01-02'),
      latest: Infinity,
    });
    expect(rangeAfter(business(1), day('2018-12-20'))).toEqual({
      earliest: day('2018-12-21'),
      latest: day('2019-01-01'),
    });
    expect(rangeBefore(business(1), day('2019-01-01'))).toEqual({
      earliest: -Infinity,
      latest: day('2018-12-31'),
    });
  });
});

describe('a last day that is rolled forward', () => {
  test.each([
    ['2019-12-24', '2019-12-24'],
    ['2019-12-25', '2019-12-26'],
    ['2020-07-03', '2020-07-06'],
    ['2020-12-31', '2020-12-31'],
  ])('%s becomes %s', (from, to) => {
    expect(rolledForward(day(from), city)).toBe(day(to));
  });

  test('is that of a length that is put off, which may end on any later day where the calendar does not tell', () => {
    const putOff = (count: number): PutOff => {
      return { unit: 'or-next-business-day', of: { count, unit: 'calendar-days' }, calendar: city };
    };

    expect(dayAfterOn(putOff(1), day('2019-12-24'))).toBe(day('2019-12-26'));
    expect(dayAfterOn(putOff(2), day('2019-12-24'))).toBe(day('2019-12-26'));
    expect(rangeAfter(putOff(3), day('2020-12-30'))).toEqual({
      earliest: day('2021-01-02'),
      latest: Infinity,
    });
  });

  test('is not known outside the coverage, nor where no open day is left in it', () => {
    const short = { ...city, covers: { from: day('2020-01-01'), to: day('2020-01-05') } };

    expect(rolledForward(day('2021-01-01'), city)).toBeUndefined();
    expect(rolledForward(day('2018-12-31'), city)).toBeUndefined();
    expect(rolledForward(day('2020-01-04'), short)).toBeUndefined();
  });
});

describe('calendars', () => {
  test('know the days of the week', () => {
    expect(
      ['2019-12-25', '1970-01-01', '1969-12-31', '2024-02-29'].map((iso) => weekdayOf(day(iso))),
    ).toEqual(['wednesday', 'thursday', 'wednesday', 'thursday']);
  });

  test('agree with one who walks from day to day', () => {
    fc.assert(
      fc.property(calendars, starts, fc.integer({ min: 1, max: 40 }), (calendar, start, count) => {
        expect(dayAfterOn(business(count, calendar), start)).toBe(walked(calendar, start, count, 1));
        expect(dayBeforeOn(business(count, calendar), start)).toBe(walked(calendar, start, count, -1));
      }),
    );
  });

  test('never let a later day end earlier', () => {
    fc.assert(
      fc.property(calendars, starts, fc.integer({ min: 1, max: 40 }), (calendar, start, count) => {
        const [one, other] = [start, start + 1].map((each) => rangeAfter(business(count, calendar), each));
        expect((one?.earliest ?? 0) <= (other?.earliest ?? 0)).toBe(true);
        expect((one?.latest ?? 0) <= (other?.latest ?? 0)).toBe(true);
      }),
    );
  });

  test('lead back from where they led to, from an open day', () => {
    fc.assert(
      fc.property(calendars, starts, fc.integer({ min: 1, max: 40 }), (calendar, start, count) => {
        fc.pre(isOpenOn(calendar, start) === true);
        const end = dayAfterOn(business(count, calendar), start);
        fc.pre(end !== undefined);
        expect(dayBeforeOn(business(count, calendar), end ?? 0)).toBe(start);
      }),
    );
  });

  test('roll forward to the first open day from a day on', () => {
    fc.assert(
      fc.property(calendars, starts, (calendar, start) => {
        const rolled = rolledForward(start, calendar);
        const byHand = isOpenOn(calendar, start) === true ? start : walked(calendar, start, 1, 1);
        expect(rolled).toBe(isOpenOn(calendar, start) === undefined ? undefined : byHand);
      }),
    );
  });
});

describe('a duration before a day', () => {
  const lengths: readonly (readonly [string, Duration, string])[] = [
    ['2025-03-31', { count: 1, unit: 'months' }, '2025-02-28'],
    ['2024-02-29', { count: 1, unit: 'years' }, '2023-02-28'],
    ['2025-01-10', { count: 90, unit: 'calendar-days' }, '2024-10-12'],
    ['2025-01-10', { count: 2, unit: 'weeks' }, '2024-12-27'],
  ];

  test.each(lengths)('from %s back %o is %s', (from, duration, to) => {
    expect(isoFromDay(dayBefore(day(from), duration))).toBe(to);
  });

  test('before the first year there is is no day', () => {
    expect(dayBefore(day('0001-01-31'), { count: 1, unit: 'months' })).toBe(-Infinity);
    expect(dayAfter(day('9999-12-31'), { count: 1, unit: 'months' })).toBe(Infinity);
  });
});

const from = day('2024-01-01');

const calendars: fc.Arbitrary<Calendar> = fc
  .record({
    closed: fc.subarray([...WEEKDAYS], { maxLength: 6 }),
    holidays: fc.uniqueArray(fc.integer({ min: from, max: from + 59 }), { maxLength: 12 }),
  })
  .map(({ closed, holidays }) => ({
    id: 'any',
    closed,
    holidays: holidays.filter((each) => !closed.includes(weekdayOf(each))).toSorted((a, b) => a - b),
    covers: { from, to: from + 59 },
  }));

const starts = fc.integer({ min: from - 5, max: from + 65 });

/** Counts open days one by one; `undefined` once a step leaves the coverage. */
function walked({ closed, holidays, covers }: Calendar, start: Day, count: number, step: 1 | -1) {
  let [at, left] = [start, count];
  while (left > 0) {
    at += step;
    if (at < covers.from || at > covers.to) return undefined;
    if (!closed.includes(weekdayOf(at)) && !holidays.includes(at)) left -= 1;
  }
  return at;
}
