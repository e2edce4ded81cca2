import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { percentIn, reaches } from '../../src/coverage/share.ts';
import { runs, SEED } from '../support/seed.ts';

describe('a share', () => {
  test.each([
    [{ of: 3, reached: 2 }, '66.66 %'],
    [{ of: 10_000, reached: 8_999 }, '89.99 %'],
    [{ of: 100_000, reached: 99_999 }, '99.99 %'],
    [{ of: 7, reached: 7 }, '100.00 %'],
    [{ of: 1_000_000, reached: 1 }, '0.00 %'],
    [{ of: 0, reached: 0 }, '100.00 %'],
    [{ of: 40, reached: 2 }, '5.00 %'],
  ])('of %j is written %s', (share, percent) => {
    expect(percentIn(share)).toBe(percent);
  });

  test.each([
    [{ of: 10_000, reached: 8_999 }, 9_000, false],
    [{ of: 10_000, reached: 9_000 }, 9_000, true],
    [{ of: 100_000, reached: 89_999 }, 9_000, false],
    [{ of: 3, reached: 2 }, 6_666, true],
    [{ of: 3, reached: 2 }, 6_667, false],
    [{ of: 0, reached: 0 }, 10_000, true],
    [{ of: 5, reached: 0 }, 0, true],
  ])('of %j against a floor of %d hundredths: %s', (share, floor, isReached) => {
    expect(reaches(share, floor)).toBe(isReached);
  });

  test(`that is written with a percentage reaches it, and no more (seed ${String(SEED)})`, () => {
    const share = fc
      .integer({ min: 1, max: 1_000_000 })
      .chain((of) => fc.integer({ min: 0, max: of }).map((reached) => ({ of, reached })));

    fc.assert(
      fc.property(share, (each) => {
        const hundredths = Number(percentIn(each).replace(/[^\d]/gu, ''));

        expect(reaches(each, hundredths)).toBe(true);
        expect(reaches(each, hundredths + 1)).toBe(false);
      }),
      { seed: SEED, numRuns: runs(300) },
    );
  });
});
