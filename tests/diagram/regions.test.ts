import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Diagrams, FALSE, TRUE, type Diagram } from '../../src/diagram/algebra/diagrams.ts';
import { coverRegion } from '../../src/diagram/regions/cover-region.ts';
import { cubeDiagram, holdsThroughout, shareOf } from '../../src/diagram/regions/cube.ts';

const WIDTHS = [2, 3, 4, 2];

function store(): Diagrams {
  const diagrams = new Diagrams();
  for (const width of WIDTHS) diagrams.addLevel(width);
  return diagrams;
}

/** Any set of choices: one bit for each. */
const tables = fc.array(fc.boolean(), { minLength: 48, maxLength: 48 });

function fromTable(diagrams: Diagrams, table: readonly boolean[], level = 0, from = 0): Diagram {
  const width = WIDTHS[level];
  if (width === undefined) return table[from] === true ? TRUE : FALSE;
  return diagrams.branch(level, (klass) => fromTable(diagrams, table, level + 1, from * width + klass));
}

const inOrder = { most: 100, dispensable: () => 0 };

describe('a cover of a region', () => {
  test('holds all of the region and nothing that is not allowed, in cubes that can neither be left out nor say less', () => {
    fc.assert(
      fc.property(tables, tables, (wanted, free) => {
        const diagrams = store();
        const region = fromTable(diagrams, wanted);
        const allowed = diagrams.or(region, fromTable(diagrams, free));

        const cubes = coverRegion(diagrams, region, { ...inOrder, allowed }).cubes;

        const covered = cubes.map((cube) => cubeDiagram(diagrams, cube));
        expect(diagrams.and(region, diagrams.not(diagrams.any(covered)))).toBe(FALSE);
        for (const [place, cube] of cubes.entries()) {
          expect(holdsThroughout(diagrams, allowed, cube)).toBe(true);
          const others = diagrams.any(covered.filter((_, each) => each !== place));
          expect(diagrams.and(region, diagrams.not(others))).not.toBe(FALSE);
          for (const level of cube.keys()) {
            const shorter = new Map([...cube].filter(([each]) => each !== level));
            expect(holdsThroughout(diagrams, allowed, shorter)).toBe(false);
          }
        }
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  test('is one cube where one will do', () => {
    fc.assert(
      fc.property(fc.tuple(...WIDTHS.map((width) => fc.integer({ min: 1, max: 2 ** width - 1 }))), (sets) => {
        const diagrams = store();
        const region = diagrams.all(
          sets.map((set, level) => diagrams.test(level, (klass) => ((set >> klass) & 1) === 1)),
        );

        expect(coverRegion(diagrams, region, { ...inOrder, allowed: region }).cubes).toHaveLength(1);
      }),
      { numRuns: 100, seed: 8 },
    );
  });

  test('reaches into what cannot occur, so that fewer levels have to be named', () => {
    const diagrams = store();
    const both = diagrams.and(
      diagrams.test(0, (klass) => klass === 1),
      diagrams.test(1, (klass) => klass === 2),
    );
    const impossible = diagrams.and(
      diagrams.test(0, (klass) => klass === 0),
      diagrams.test(1, (klass) => klass === 2),
    );

    const { cubes } = coverRegion(diagrams, both, { ...inOrder, allowed: diagrams.or(both, impossible) });

    expect(cubes).toEqual([new Map([[1, [false, false, true]]])]);
  });

  test('leaves out what is dispensable first', () => {
    const diagrams = store();
    const isOne = (level: number): Diagram => diagrams.test(level, (klass) => klass === 1);
    const region = diagrams.and(isOne(0), isOne(3));
    const allowed = diagrams.or(isOne(0), isOne(3));

    const without = (dispensed: number) =>
      coverRegion(diagrams, region, {
        allowed,
        most: 9,
        dispensable: (level) => (level === dispensed ? 0 : 1),
      });

    expect(without(0).cubes).toEqual([new Map([[3, [false, true]]])]);
    expect(without(3).cubes).toEqual([new Map([[0, [false, true]]])]);
  });

  test('gives up beyond its limit, and needs no cube for nothing', () => {
    const diagrams = store();
    const odd = fromTable(
      diagrams,
      Array.from({ length: 48 }, (_, place) => place.toString(2).replaceAll('0', '').length % 2 === 1),
    );

    expect(coverRegion(diagrams, odd, { ...inOrder, allowed: odd, most: 3 })).toMatchObject({
      isWhole: false,
    });
    expect(coverRegion(diagrams, FALSE, { ...inOrder, allowed: FALSE })).toEqual({
      cubes: [],
      isWhole: true,
    });
  });
});

describe('the share of a region', () => {
  test('is what part of all choices lies in it', () => {
    fc.assert(
      fc.property(tables, (wanted) => {
        const diagrams = store();

        const share = shareOf(diagrams, fromTable(diagrams, wanted));

        expect(share).toBeCloseTo(wanted.filter(Boolean).length / 48, 10);
      }),
      { numRuns: 50, seed: 9 },
    );
  });
});
