import { ok } from 'node:assert/strict';
import { loadPackFiles } from '../../src/index.ts';
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

/** Measures what grows with the number of clauses, and how fast. Compiling comes here beside loading. */
export function measureGrowth(): readonly Figure[] {
  timeToLoad(1000, 1);
  const points = SIZES.map(({ clauses, rounds }) => ({
    clauses,
    milliseconds: timeToLoad(clauses, rounds),
  }));
  const exponent = growthExponent(points.map(({ clauses, milliseconds }) => [clauses, milliseconds]));
  return [
    ...points.map(({ clauses, milliseconds }) => ({
      figure: `load a synthetic pack of ${String(clauses)} clauses`,
      value: milliseconds,
    })),
    { figure: 'growth of loading: clauses to the power of', value: exponent.toFixed(2), ratio: exponent },
  ];
}

function timeToLoad(clauses: number, rounds: number): number {
  const files = syntheticPack(clauses);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    const loaded = loadPackFiles(files);
    times.push(performance.now() - start);
    ok(loaded.ok, loaded.ok ? '' : loaded.diagnostics[0]?.message);
  }
  return medianOf(times);
}

/** The slope of the straight line that fits the logarithms best: 1 where twice the clauses cost twice the time. */
function growthExponent(points: readonly (readonly [size: number, cost: number])[]): number {
  const logs = points.map(([size, cost]) => [Math.log(size), Math.log(cost)] as const);
  const meanOf = (place: 0 | 1): number => logs.reduce((sum, log) => sum + log[place], 0) / logs.length;
  const [size, cost] = [meanOf(0), meanOf(1)];
  const together = logs.reduce((sum, [x, y]) => sum + (x - size) * (y - cost), 0);
  return together / logs.reduce((sum, [x]) => sum + (x - size) ** 2, 0);
}
