import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayFromIso, isoFromDay } from '../../src/vocabulary/day.ts';

describe('a day', () => {
  test.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2024-02-29', 19782],
    ['0001-01-01', -719162],
    ['9999-12-31', 2932896],
  ])('%s is day %i', (iso, day) => {
    expect(dayFromIso(iso)).toBe(day);
    expect(isoFromDay(day)).toBe(iso);
  });

  test.each([
    '2025-02-30',
    '2025-13-01',
    '2025-00-10',
    '2025-1-1',
    '20250101',
    '2025-01-01T00:00',
    ' 2025-01-01',
    '',
    '２025-01-01',
  ])('refuses %j, which no calendar has', (text) => {
    expect(dayFromIso(text)).toBeUndefined();
  });

  test('survives being written and read', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719162, max: 2932896 }), (day) => dayFromIso(isoFromDay(day)) === day),
    );
  });

  test('outside the years 1 to 9999 is written as the nearest of them', () => {
    expect(isoFromDay(-Infinity)).toBe('0001-01-01');
    expect(isoFromDay(10_000_000)).toBe('9999-12-31');
  });
});
