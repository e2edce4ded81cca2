import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { BudgetSpent, Diagrams, FALSE, TRUE, type Diagram } from '../../src/diagram/algebra/diagrams.ts';
import {
  eachNode,
  mapTerminals,
  restrict,
  supportOf,
  terminalsOf,
  witnessOf,
} from '../../src/diagram/algebra/read-diagrams.ts';
import { runs, SEED } from '../support/seed.ts';

/** A function of three variables as an expression, and the same as a table. */
type Expression =
  | { readonly is: 'test'; readonly level: number; readonly fits: readonly number[] }
  | { readonly is: 'not'; readonly of: Expression }
  | { readonly is: 'and' | 'or'; readonly of: readonly [Expression, Expression] }
  | { readonly is: 'ite'; readonly of: readonly [Expression, Expression, Expression] };

const WIDTHS = [2, 5, 3];

const tests = fc
  .nat(WIDTHS.length - 1)
  .chain((level) => fc.subarray(classesOf(level)).map((fits): Expression => ({ is: 'test', level, fits })));
const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    tests,
    fc.record({ is: fc.constant('not' as const), of: tie('expression') }),
    fc.record({
      is: fc.constantFrom('and' as const, 'or' as const),
      of: fc.tuple(tie('expression'), tie('expression')),
    }),
    fc.record({
      is: fc.constant('ite' as const),
      of: fc.tuple(tie('expression'), tie('expression'), tie('expression')),
    }),
  ),
}));

function classesOf(level: number): number[] {
  return Array.from({ length: WIDTHS[level] ?? 0 }, (_, klass) => klass);
}

function built(diagrams: Diagrams, of: Expression): Diagram {
  const inner = (part: Expression): Diagram => built(diagrams, part);
  switch (of.is) {
    case 'test':
      return diagrams.test(of.level, (klass) => of.fits.includes(klass));
    case 'not':
      return diagrams.not(inner(of.of));
    case 'and':
      return diagrams.and(inner(of.of[0]), inner(of.of[1]));
    case 'or':
      return diagrams.or(inner(of.of[0]), inner(of.of[1]));
    case 'ite':
      return diagrams.ite(inner(of.of[0]), inner(of.of[1]), inner(of.of[2]));
  }
}

function holds(of: Expression, at: readonly number[]): boolean {
  switch (of.is) {
    case 'test':
      return of.fits.includes(at[of.level] ?? -1);
    case 'not':
      return !holds(of.of, at);
    case 'and':
      return holds(of.of[0], at) && holds(of.of[1], at);
    case 'or':
      return holds(of.of[0], at) || holds(of.of[1], at);
    case 'ite':
      return holds(of.of[0], at) ? holds(of.of[1], at) : holds(of.of[2], at);
  }
}

const POINTS = classesOf(0).flatMap((a) => classesOf(1).flatMap((b) => classesOf(2).map((c) => [a, b, c])));

function tableOf(of: Expression): string {
  return POINTS.map((at) => (holds(of, at) ? '1' : '0')).join('');
}

function store(): Diagrams {
  const diagrams = new Diagrams();
  for (const width of WIDTHS) diagrams.addLevel(width);
  return diagrams;
}

function valueAt(diagrams: Diagrams, root: Diagram, at: readonly number[]): number {
  let node = root;
  while (Number.isFinite(diagrams.levelOf(node))) {
    node = diagrams.childOf(node, at[diagrams.levelOf(node)] ?? 0);
  }
  return node;
}

const settings = { seed: SEED, numRuns: runs(400) };
const lefts = fc.tuple(...WIDTHS.map((_, level) => fc.subarray(classesOf(level), { minLength: 1 })));

function leftOf(open: readonly (readonly number[])[]): Map<number, boolean[]> {
  return new Map(
    open.map((classes, level) => [level, classesOf(level).map((klass) => classes.includes(klass))]),
  );
}

describe('a diagram', () => {
  test('is the function that it was built from', () => {
    fc.assert(
      fc.property(expression, (of) => {
        const diagrams = store();
        const root = built(diagrams, of);

        expect(POINTS.map((at) => valueAt(diagrams, root, at)).join('')).toBe(tableOf(of));
      }),
      settings,
    );
  });

  test('is the same as another exactly if their functions are', () => {
    fc.assert(
      fc.property(expression, expression, (one, other) => {
        const diagrams = store();

        expect(built(diagrams, one) === built(diagrams, other)).toBe(tableOf(one) === tableOf(other));
      }),
      settings,
    );
  });

  test('reaches the values that the classes left can give, with a witness for each', () => {
    fc.assert(
      fc.property(expression, lefts, (of, open) => {
        const diagrams = store();
        const root = built(diagrams, of);
        const inside = POINTS.filter((at) => at.every((klass, level) => open[level]?.includes(klass)));
        const values = new Set(inside.map((at): number => (holds(of, at) ? 1 : 0)));

        const reached = terminalsOf(diagrams, root, leftOf(open));
        const witnesses = [FALSE, TRUE].map((terminal) => witnessOf(diagrams, root, terminal, leftOf(open)));

        expect([0, 1].filter((value) => (reached & (1 << value)) !== 0)).toEqual(
          [0, 1].filter((value) => values.has(value)),
        );
        witnesses.forEach((witness, terminal) => {
          expect(witness !== undefined).toBe(values.has(terminal));
          const at = open.map((classes, level) => witness?.get(level) ?? classes[0] ?? 0);
          if (witness !== undefined) expect(holds(of, at) ? 1 : 0).toBe(terminal);
        });
      }),
      settings,
    );
  });

  test('depends, once restricted, on exactly the variables that can still change it', () => {
    fc.assert(
      fc.property(expression, lefts, (of, open) => {
        const diagrams = store();
        const left = leftOf(open);
        const root = restrict(diagrams, built(diagrams, of), left);
        const inside = POINTS.filter((at) => at.every((klass, level) => open[level]?.includes(klass)));
        const matters = classesOf(2).filter((level) =>
          inside.some((at) =>
            open[level]?.some((klass) => holds(of, at) !== holds(of, at.with(level, klass))),
          ),
        );

        expect(supportOf(diagrams, root)).toEqual(matters);
        for (const at of inside) expect(valueAt(diagrams, root, at)).toBe(holds(of, at) ? 1 : 0);
      }),
      settings,
    );
  });

  test('built where some classes cannot occur is the same for all that agree on the others', () => {
    fc.assert(
      fc.property(expression, expression, lefts, (one, other, open) => {
        const diagrams = new Diagrams();
        for (const [level, width] of WIDTHS.entries()) diagrams.addLevel(width, leftOf(open).get(level));
        const inside = POINTS.filter((at) => at.every((klass, level) => open[level]?.includes(klass)));
        const agree = inside.every((at) => holds(one, at) === holds(other, at));

        expect(built(diagrams, one) === built(diagrams, other)).toBe(agree);
      }),
      settings,
    );
  });

  test('is refused beyond the budget of nodes', () => {
    const diagrams = new Diagrams({ budget: 3 });
    const levels = [2, 2, 2, 2].map((width) => diagrams.addLevel(width));

    expect(() => diagrams.all(levels.map((level) => diagrams.test(level, (klass) => klass === 1)))).toThrow(
      BudgetSpent,
    );
  });

  test('keeps its shape when terminals are replaced, and is visited children first', () => {
    const diagrams = store();
    const root = diagrams.and(
      diagrams.test(0, (klass) => klass === 1),
      diagrams.test(2, (klass) => klass === 2),
    );
    const visited: number[] = [];

    eachNode(diagrams, [root], (node) => visited.push(diagrams.levelOf(node)));

    expect(visited).toEqual([2, 0]);
    expect(
      terminalsOf(
        diagrams,
        mapTerminals(diagrams, root, (value) => value + 3),
        new Map(),
      ),
    ).toBe(0b11000);
  });
});

describe('a witness', () => {
  test('names only classes that can occur', () => {
    const diagrams = new Diagrams();
    const level = diagrams.addLevel(3, [false, true, true]);
    const root = diagrams.test(level, (klass) => klass === 1);

    expect(witnessOf(diagrams, root, TRUE, new Map())).toEqual(new Map([[level, 1]]));
  });
});
