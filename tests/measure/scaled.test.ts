import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { difference, fractionOf, numberOf, sum } from '../../src/measure/scaled.ts';
import { SEED } from '../support/seed.ts';

describe('numbers of a measure', () => {
  test('are added up in decimals', () => {
    expect(sum(0.1, 0.2)).toBe(0.3);
    expect(difference(0.3, 0.1)).toBe(0.2);
    expect(sum(1e21, 1e-7)).toBeGreaterThan(1e21);
  });

  test('come back as they were written, up to fifteen digits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999 }),
        fc.integer({ min: -12, max: 12 }),
        (digits, place) => {
          const value = Number(`${String(digits)}e${String(place)}`);
          expect(numberOf(fractionOf(value))).toBe(value);
        },
      ),
      { seed: SEED },
    );
  });

  test('lie on the same side of every figure as the fraction does', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.integer({ min: 1, max: 99_999 }),
        (top, bottom, hundredths) => {
          const figure = Number(`${String(hundredths)}e-2`);
          const value = numberOf({ top: BigInt(top), bottom: BigInt(bottom) });
          const side = BigInt(top) * 100n - BigInt(hundredths) * BigInt(bottom);
          expect(Math.sign(value - figure)).toBe(side === 0n ? 0 : side > 0n ? 1 : -1);
        },
      ),
      { seed: SEED },
    );
  });
});
