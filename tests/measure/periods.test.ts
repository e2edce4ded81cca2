import { describe, expect, test } from 'vitest';
import { periodsOf } from '../../src/measure/periods.ts';
import { dayFromIso, isoFromDay } from '../../src/vocabulary/day.ts';
import type { Measure } from '../../src/vocabulary/measure.ts';

const MEASURE: Measure = {
  counted: [{ happening: 'order' }],
  where: {},
  by: [],
  over: { is: 'since', from: 0 },
  in: { is: 'highest-closed' },
  isDaily: false,
  isWhole: true,
};

function day(iso: string): number {
  const found = dayFromIso(iso);
  if (found === undefined) throw new RangeError(iso);
  return found;
}

function written(measure: Partial<Measure>, date: string): readonly string[] {
  return periodsOf({ ...MEASURE, ...measure }, day(date)).map(
    ({ from, to }) => `${isoFromDay(from)} ${isoFromDay(to)}`,
  );
}

describe('the periods of a measure', () => {
  test('keep the end of the month from which they are counted', () => {
    const over = { is: 'every', step: { count: 1, unit: 'months' }, from: day('2024-01-31') } as const;

    expect(written({ over }, '2024-05-01')).toEqual([
      '2024-01-31 2024-02-28',
      '2024-02-29 2024-03-30',
      '2024-03-31 2024-04-29',
    ]);
  });

  test('close on the day after their last, or so long after it', () => {
    const over = { is: 'every', step: { count: 1, unit: 'years' }, from: day('2024-01-01') } as const;
    const closesAfter = { count: 45, unit: 'calendar-days' } as const;

    expect(written({ over }, '2024-12-31')).toEqual([]);
    expect(written({ over }, '2025-01-01')).toEqual(['2024-01-01 2024-12-31']);
    expect(written({ over, closesAfter }, '2025-02-14')).toEqual([]);
    expect(written({ over, closesAfter }, '2025-02-15')).toEqual(['2024-01-01 2024-12-31']);
  });

  test('begin in the calendar with the first that is whole', () => {
    const over = { is: 'calendar', unit: 'quarter', from: day('2024-02-01') } as const;

    expect(written({ over }, '2024-10-01')).toEqual(['2024-04-01 2024-06-30', '2024-07-01 2024-09-30']);
  });

  test('overlap where they last longer than their step', () => {
    const lasting = { count: 3, unit: 'months' } as const;
    const over = { is: 'calendar', unit: 'month', from: day('2024-01-01'), lasting } as const;

    expect(written({ over }, '2024-05-15')).toEqual(['2024-01-01 2024-03-31', '2024-02-01 2024-04-30']);
  });

  test('take in the twelve full months before a day', () => {
    const lasting = { count: 12, unit: 'months' } as const;
    const over = { is: 'calendar', unit: 'month', lasting } as const;

    expect(written({ over, in: { is: 'last-closed' } }, '2020-07-15')).toEqual(['2019-07-01 2020-06-30']);
  });

  test('trail the day of the request', () => {
    const over = { is: 'trailing', lasting: { count: 12, unit: 'months' } } as const;

    expect(written({ over, in: { is: 'current' } }, '2024-02-29')).toEqual(['2023-03-01 2024-02-29']);
  });
});
