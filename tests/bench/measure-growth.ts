import { ok } from 'node:assert/strict';
import { compile, loadPackFiles, type Compiled } from '../../src/index.ts';
import type { Figure } from './figures.ts';
import { medianOf } from './medians.ts';
import { syntheticPack } from './synthetic-pack.ts';

/** Clauses, and how many rounds they are measured in: the large take long enough for one. */
const SIZES = [
  { clauses: 10, rounds: 15 },
  { clauses: 100, rounds: 9 },
  { clauses: 1000, rounds: 3 },
  { clauses: 10_000, rounds: 1 },
];

/** Measures what grows with the number of clauses, and how fast: loading, and compiling with what it makes. */
export function measureGrowth(): readonly Figure[] {
  measuredAt(1000, 1);
  const points = SIZES.map(({ clauses, rounds }) => measuredAt(clauses, rounds));
  return [
    ...points.map(({ clauses, load }) => ({
      figure: `load a synthetic pack of ${String(clauses)} clauses`,
      value: load,
    })),
    growthOf(
      'loading',
      points.map(({ clauses, load }) => [clauses, load]),
    ),
    ...points.flatMap(compileFigures),
    growthOf(
      'compiling',
      points.map(({ clauses, compiling }) => [clauses, compiling]),
    ),
    growthOf(
      'nodes',
      points.flatMap(({ clauses, size }) => (size === undefined ? [] : [[clauses, size.nodes] as const])),
    ),
  ];
}

/** One size of pack: times in milliseconds, and what it was compiled to. */
interface Point {
  readonly clauses: number;
  readonly load: number;
  readonly compiling: number;
  readonly size: Compiled['size'];
}

/** Within how many milliseconds a pack of so many clauses is to be compiled. */
const COMPILE_AIM = { clauses: 1000, milliseconds: 5000 };

function compileFigures({ clauses, compiling, size }: Point): readonly Figure[] {
  const named = `synthetic pack of ${String(clauses)} clauses`;
  const isAim = clauses === COMPILE_AIM.clauses;
  const { milliseconds } = COMPILE_AIM;
  const aimed = isAim ? { aim: `≤ ${String(milliseconds)} ms`, met: compiling <= milliseconds } : {};
  const made =
    size === undefined
      ? 'over its budget: question by question'
      : `${String(size.nodes)} nodes, ${String(size.bytes)} bytes`;
  return [
    { figure: `compile a ${named}`, value: compiling, ...aimed },
    { figure: `the compiled ${named}`, value: made },
  ];
}

function growthOf(what: string, points: readonly (readonly [size: number, cost: number])[]): Figure {
  const exponent = growthExponent(points);
  return {
    figure: `growth of ${what}: clauses to the power of`,
    value: exponent.toFixed(2),
    ratio: exponent,
  };
}

function measuredAt(clauses: number, rounds: number): Point {
  const files = syntheticPack(clauses);
  const loads: number[] = [];
  const compiles: number[] = [];
  let size: Compiled['size'];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    const loaded = loadPackFiles(files);
    loads.push(performance.now() - start);
    ok(loaded.ok, loaded.ok ? '' : loaded.diagnostics[0]?.message);
    const begun = performance.now();
    ({ size } = compile(loaded.value));
    compiles.push(performance.now() - begun);
  }
  return { clauses, load: medianOf(loads), compiling: medianOf(compiles), size };
}

/** The slope of the straight line that fits the logarithms best: 1 where twice the clauses cost twice the time. */
function growthExponent(points: readonly (readonly [size: number, cost: number])[]): number {
  const logs = points.map(([size, cost]) => [Math.log(size), Math.log(cost)] as const);
  const meanOf = (place: 0 | 1): number => logs.reduce((sum, log) => sum + log[place], 0) / logs.length;
  const [size, cost] = [meanOf(0), meanOf(1)];
  const together = logs.reduce((sum, [x, y]) => sum + (x - size) * (y - cost), 0);
  return together / logs.reduce((sum, [x]) => sum + (x - size) ** 2, 0);
}
