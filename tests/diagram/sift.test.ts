import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { Diagrams, type Diagram } from '../../src/diagram/algebra/diagrams.ts';
import { eachNode } from '../../src/diagram/algebra/read-diagrams.ts';
import type { MovableDiagrams } from '../../src/diagram/compile/sift/movable-diagrams.ts';
import { movableFrom } from '../../src/diagram/compile/sift/movable-from.ts';
import { siftVariables } from '../../src/diagram/compile/sift/sift-variables.ts';
import { sifted } from '../../src/diagram/compile/sift/sifted.ts';
import { variableOf, words } from '../../src/diagram/variables/variable.ts';
import { runs, SEED } from '../support/seed.ts';

const WIDTHS = [2, 4, 3, 2, 3];
const VALUES = 4;

const variables = WIDTHS.map((width, level) =>
  variableOf({ is: 'fact', id: String(level) }, String(level), words(...classesOf(width).map(String))),
);
const POINTS = WIDTHS.reduce<number[][]>(
  (points, width) => points.flatMap((point) => classesOf(width).map((klass) => [...point, klass])),
  [[]],
);

function classesOf(width: number): number[] {
  return Array.from({ length: width }, (_, klass) => klass);
}

/** A value for each point. Few points differ from their neighbours, so that diagrams have nodes to share. */
const tables = fc
  .record({
    parts: fc.array(fc.tuple(fc.nat(4), fc.nat(3), fc.nat(4), fc.nat(3), fc.nat(VALUES - 1)), {
      minLength: 1,
      maxLength: 8,
    }),
    noise: fc.array(fc.tuple(fc.nat(POINTS.length - 1), fc.nat(VALUES - 1)), { maxLength: 3 }),
  })
  .map(({ parts, noise }) => {
    const table = POINTS.map(
      (at) => parts.find(([x, atMost, y, is]) => (at[x] ?? 0) <= atMost && at[y] === is)?.[4] ?? 0,
    );
    for (const [place, value] of noise) table[place] = value;
    return table;
  });
const rooted = fc.array(tables, { minLength: 1, maxLength: 4 }).map((functions) => {
  const diagrams = new Diagrams();
  for (const width of WIDTHS) diagrams.addLevel(width);
  return { functions, diagrams, roots: functions.map((table) => built(diagrams, table)) };
});

function built(diagrams: Diagrams, table: readonly number[], level = 0): Diagram {
  const width = WIDTHS[level];
  if (width === undefined) return table[0] ?? 0;
  const part = table.length / width;
  const children = classesOf(width).map((klass) =>
    built(diagrams, table.slice(klass * part, (klass + 1) * part), level + 1),
  );
  return diagrams.branch(level, (klass) => children[klass] ?? 0);
}

function movedFunction({ nodes }: MovableDiagrams, root: Diagram): number[] {
  return POINTS.map((at) => {
    let node = root;
    for (let own = nodes.runsOf(node); own.length > 0; own = nodes.runsOf(node)) {
      const klass = at[nodes.variableOf(node)] ?? 0;
      node = own[own.findIndex((last, place) => place % 2 === 1 && klass <= last) - 1] ?? 0;
    }
    return node;
  });
}

function functionOf(diagrams: Diagrams, root: Diagram, keys: readonly string[]): number[] {
  return POINTS.map((at) => {
    let node = root;
    while (Number.isFinite(diagrams.levelOf(node))) {
      const variable = variables.findIndex(({ key }) => key === keys[diagrams.levelOf(node)]);
      node = diagrams.childOf(node, at[variable] ?? 0);
    }
    return node;
  });
}

/** Everything that the roots reach, as text; each node has to stand above its children and branch. */
function shapeOf({ nodes, order }: MovableDiagrams, roots: readonly Diagram[]): ReadonlyMap<Diagram, string> {
  const shape = new Map<Diagram, string>();
  const visit = (node: Diagram): void => {
    const [variable, own] = [nodes.variableOf(node), nodes.runsOf(node)];
    if (variable < 0 || shape.has(node)) return;
    const children = own.filter((_, place) => place % 2 === 0);
    const neighbours = children.slice(1).map((child, place) => child === children[place]);
    shape.set(node, `${String(variable)}: ${own.join(' ')}`);
    expect(new Set(children).size).toBeGreaterThan(1);
    expect(neighbours).not.toContain(true);
    for (const child of children) {
      const below = nodes.variableOf(child);
      if (below >= 0) expect(order.indexOf(below)).toBeGreaterThan(order.indexOf(variable));
      visit(child);
    }
  };
  roots.forEach(visit);
  return shape;
}

function liveNodes(diagrams: Diagrams, roots: readonly Diagram[]): number {
  let count = 0;
  eachNode(diagrams, roots, () => {
    count += 1;
  });
  return count;
}

const settings = { seed: SEED, numRuns: runs(300) };
const places = fc.array(fc.nat(WIDTHS.length - 2), { maxLength: 25 });
const ALL = { slack: 2, work: Number.POSITIVE_INFINITY };

describe('diagrams that can be moved', () => {
  test('keep functions, one node for each, and no node that nothing refers to, after any swaps', () => {
    fc.assert(
      fc.property(rooted, places, ({ functions, diagrams, roots }, swaps) => {
        const { movable, moved } = movableFrom(diagrams, roots);

        for (const place of swaps) {
          movable.swap(place);

          const shape = shapeOf(movable, roots.map(moved));
          expect(movable.nodes.size).toBe(shape.size);
          expect(new Set(shape.values()).size).toBe(shape.size);
          expect(classesOf(WIDTHS.length).map((each) => movable.nodes.countOf(each))).toEqual(
            WIDTHS.map(
              (_, each) => [...shape.values()].filter((own) => own.startsWith(`${String(each)}:`)).length,
            ),
          );
          expect(movable.nodes.cells).toBe(
            [...shape.values()].reduce((sum, own) => sum + 1 + (WIDTHS[Number.parseInt(own)] ?? 0), 0),
          );
        }
        expect(roots.map((root) => movedFunction(movable, moved(root)))).toEqual(functions);
      }),
      settings,
    );
  });

  test('have as many nodes as diagrams built in that order', () => {
    fc.assert(
      fc.property(rooted, places, ({ functions, diagrams, roots }, swaps) => {
        const { movable } = movableFrom(diagrams, roots);
        swaps.forEach((place) => movable.swap(place));

        expect(movable.nodes.size).toBe(nodesInOrder(functions, movable.order));
      }),
      settings,
    );
  });

  test('are as before once two variables have changed places twice', () => {
    fc.assert(
      fc.property(rooted, places, fc.nat(WIDTHS.length - 2), ({ diagrams, roots }, swaps, place) => {
        const { movable, moved } = movableFrom(diagrams, roots);
        swaps.forEach((each) => movable.swap(each));
        const before = { order: [...movable.order], size: movable.nodes.size };
        const functions = roots.map((root) => treeOf(movable, moved(root)));

        movable.swap(place);
        movable.swap(place);

        expect({ order: movable.order, size: movable.nodes.size }).toEqual(before);
        expect(roots.map((root) => treeOf(movable, moved(root)))).toEqual(functions);
      }),
      settings,
    );
  });

  test('go altogether once no root is held, and cannot be released once more', () => {
    fc.assert(
      fc.property(rooted, places, ({ diagrams, roots }, swaps) => {
        const { movable, moved } = movableFrom(diagrams, roots);
        swaps.forEach((place) => movable.swap(place));

        for (const root of roots) movable.nodes.release(moved(root));

        expect([movable.nodes.size, movable.nodes.cells]).toEqual([0, 0]);
        const inner = roots.map(moved).find((root) => root >= VALUES);
        if (inner !== undefined) expect(() => movable.nodes.release(inner)).toThrow('was not referred to');
      }),
      settings,
    );
  });
});

describe('sifting', () => {
  test('gives the same functions with as many nodes or fewer, in the same order each time', () => {
    let fewer = 0;
    fc.assert(
      fc.property(rooted, ({ functions, diagrams, roots }) => {
        const once = sifted({ diagrams, variables }, roots);
        const keys = once.variables.map(({ key }) => key);
        const moved = roots.map(once.rootOf);
        const twice = sifted({ diagrams, variables }, roots);

        expect(keys.toSorted()).toEqual(variables.map(({ key }) => key));
        expect(moved.map((root) => functionOf(once.diagrams, root, keys))).toEqual(functions);
        expect(once.diagrams.size).toBe(liveNodes(once.diagrams, moved));
        expect(once.diagrams.size).toBeLessThanOrEqual(liveNodes(diagrams, roots));
        if (once.diagrams.size < liveNodes(diagrams, roots)) fewer += 1;
        expect([twice.variables, roots.map(twice.rootOf)]).toEqual([once.variables, moved]);
      }),
      settings,
    );

    expect(fewer).toBeGreaterThan(20);
  });

  test('never makes nodes or cells more, whatever its limits', () => {
    const limits = fc.record({ slack: fc.constantFrom(0, 0.5, 2), work: fc.constantFrom(0, 1, 20, 200) });
    fc.assert(
      fc.property(rooted, limits, ({ diagrams, roots }, within) => {
        const { movable } = movableFrom(diagrams, roots);
        const before = [movable.nodes.size, movable.nodes.cells];

        siftVariables(movable, within);

        expect(movable.nodes.size).toBeLessThanOrEqual(before[0] ?? 0);
        expect(movable.nodes.cells).toBeLessThanOrEqual(before[1] ?? 0);
        if (within.work === 0) expect(movable.order).toEqual(classesOf(WIDTHS.length));
      }),
      settings,
    );
  });

  test('leaves each variable where no other place is better, when it has moved it last', () => {
    const diagrams = new Diagrams();
    const pairs = [0, 1, 2, 3];
    for (const _ of [...pairs, ...pairs]) diagrams.addLevel(2);
    const isOne = (level: number): Diagram => diagrams.test(level, (klass) => klass === 1);
    const root = diagrams.any(pairs.map((pair) => diagrams.and(isOne(pair), isOne(pair + pairs.length))));
    const { movable } = movableFrom(diagrams, [root]);

    siftVariables(movable, ALL);

    // Two variables that are read together have come to stand together: two nodes a pair.
    expect([liveNodes(diagrams, [root]), movable.nodes.size]).toEqual([30, 8]);
    const togetherAt = movable.order.map((variable) => variable % pairs.length);
    expect(togetherAt.filter((pair, place) => place % 2 === 1 && pair !== togetherAt[place - 1])).toEqual([]);
  });

  test('leaves diagrams over very many variables as they are', () => {
    const diagrams = new Diagrams();
    const many = Array.from({ length: 2_001 }, (_, level) =>
      variableOf({ is: 'fact', id: String(level) }, String(level), words('no', 'yes')),
    );
    for (const _ of many) diagrams.addLevel(2);
    const root = diagrams.test(7, (klass) => klass === 1);

    const { diagrams: store, variables: own, rootOf } = sifted({ diagrams, variables: many }, [root]);

    expect([store === diagrams, own === many, rootOf(root)]).toEqual([true, true, root]);
  });
});

/** The functions in full, by the numbers of variables and terminals but not of nodes. */
function treeOf({ nodes }: MovableDiagrams, node: Diagram): string {
  const own = nodes.runsOf(node);
  if (own.length === 0) return String(node);
  const parts = own.map((part, place) =>
    place % 2 === 0 ? treeOf({ nodes } as MovableDiagrams, part) : part,
  );
  return `${String(nodes.variableOf(node))}(${parts.join(' ')})`;
}

/** Counts nodes from the tables alone: the different ways in which what is still open can end, where the variable matters. */
function nodesInOrder(functions: readonly (readonly number[])[], order: readonly number[]): number {
  const found = new Set<string>();
  const visit = (at: readonly number[], values: (point: readonly number[]) => number): string => {
    const level = at.filter((klass) => klass >= 0).length;
    const variable = order[level];
    if (variable === undefined) return String(values(at));
    const children = classesOf(WIDTHS[variable] ?? 0).map((klass) => visit(at.with(variable, klass), values));
    if (children.every((child) => child === children[0])) return children[0] ?? '';
    const node = `${String(variable)}(${children.join(' ')})`;
    found.add(node);
    return node;
  };
  for (const table of functions) {
    const places = new Map(POINTS.map((point, place) => [point.join(), table[place] ?? 0]));
    visit(
      WIDTHS.map(() => -1),
      (point) => places.get(point.join()) ?? 0,
    );
  }
  return found.size;
}
