import { expect } from 'vitest';

import { runDifferential, type Counterexample } from './run-differential.ts';
import { runs, SEED } from './seed.ts';
import { newTally, writtenCounts } from './tally.ts';

/** In four parts, which run beside each other: twenty thousand pairs. */
const PAIRS_IN_A_PART = 5_000;
/** Keeps the pairs of the parts apart. */
const PART = 77_777_777;

/** Examines one part of the pairs and expects that nobody disagrees; prints what was compared. */
export async function expectAgreement(part: number): Promise<void> {
  const seed = (SEED + part * PART) | 0;
  const tally = newTally();
  const pairs = runs(PAIRS_IN_A_PART);
  const found: Counterexample[] = [];
  await runDifferential({
    seed,
    tally,
    isOver: () => tally.pairs >= pairs || found.length > 0,
    onCounterexample: (counterexample) => found.push(counterexample),
  });
  process.stderr.write(
    `differential: FC_SEED=${String(SEED)}, part ${String(part)}, ${writtenCounts(Object.entries(tally))}\n`,
  );

  expect(found.map((each) => JSON.stringify(each, undefined, 1))).toEqual([]);
  expect(tally.skipped).toBeLessThan(tally.pairs / 20);
  expect(tally.incomplete).toBeGreaterThan(tally.pairs / 5);
  expect(tally.undetermined).toBeGreaterThan(tally.answers / 20);
  expect(tally.supports).toBeGreaterThan(tally.answers / 2);
  expect(tally.compiled).toBeGreaterThan(tally.pairs / 4);
  expect(tally.bounded).toBeLessThan(tally.answers / 20);
  expect(tally.joint).toBeLessThan(tally.answers / 20);
  expect(tally.jointWider).toBeLessThan(tally.answers / 500);
}
