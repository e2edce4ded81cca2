import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Diagrams, FALSE, type Diagram } from '../../src/diagram/algebra/diagrams.ts';
import { forSome } from '../../src/diagram/algebra/for-some.ts';
import { comeTogether, differencesOf } from '../../src/diagram/algebra/pair-of-diagrams.ts';
import { restrict, whereTerminal } from '../../src/diagram/algebra/read-diagrams.ts';

const WIDTHS = [2, 3, 2];

function store(): Diagrams {
  const diagrams = new Diagrams();
  for (const width of WIDTHS) diagrams.addLevel(width);
  return diagrams;
}

const tables = fc.array(fc.nat(3), { minLength: 12, maxLength: 12 });

function fromTable(diagrams: Diagrams, table: readonly number[], level = 0, from = 0): Diagram {
  const width = WIDTHS[level];
  if (width === undefined) return table[from] ?? 0;
  return diagrams.branch(level, (klass) => fromTable(diagrams, table, level + 1, from * width + klass));
}

const RUNS = { numRuns: 200, seed: 11 };

describe('two diagrams', () => {
  test('differ where they come to different terminals, and nowhere else', () => {
    fc.assert(
      fc.property(tables, tables, (first, second) => {
        const diagrams = store();
        const [one, other] = [fromTable(diagrams, first), fromTable(diagrams, second)];

        const found = new Map(
          differencesOf(diagrams, one, other).map((each) => [`${each.one} ${each.other}`, each.where]),
        );

        for (let x = 0; x < 4; x += 1) {
          for (let y = 0; y < 4; y += 1) {
            const both = diagrams.and(whereTerminal(diagrams, one, x), whereTerminal(diagrams, other, y));
            expect(found.get(`${x} ${y}`) ?? FALSE).toBe(x === y ? FALSE : both);
          }
        }
      }),
      RUNS,
    );
  });

  test('come together in a region where both have the terminal there', () => {
    fc.assert(
      fc.property(tables, tables, tables, fc.nat(3), (first, second, third, terminal) => {
        const diagrams = store();
        const [one, other] = [fromTable(diagrams, first), fromTable(diagrams, second)];
        const region = fromTable(
          diagrams,
          third.map((each) => each % 2),
        );
        const both = [one, other].map((each) => whereTerminal(diagrams, each, terminal));

        const found = comeTogether(diagrams, region, [one, other], terminal);

        expect(found).toBe(diagrams.all([region, ...both]) !== FALSE);
      }),
      RUNS,
    );
  });
});

describe('for some class of a level', () => {
  test('a diagram holds where it holds with one of them', () => {
    fc.assert(
      fc.property(tables, fc.nat(2), (table, level) => {
        const diagrams = store();
        const root = fromTable(
          diagrams,
          table.map((each) => each % 2),
        );
        const only = (klass: number) =>
          Array.from({ length: WIDTHS[level] ?? 0 }, (_, each) => each === klass);
        const each = only(0).map((_, klass) => restrict(diagrams, root, new Map([[level, only(klass)]])));

        expect(forSome(diagrams, root, new Set([level]))).toBe(diagrams.any(each));
      }),
      RUNS,
    );
  });
});
