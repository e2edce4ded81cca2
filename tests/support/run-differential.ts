import { batchesFrom, type Batch, type Drawing } from './generate-batches.ts';
import { examinePair, pairsIn } from './examine-pair.ts';
import { examineeOf, type Disagreement } from './examined-case.ts';
import type { Pair } from './generate-pairs.ts';
import { shrunkPair } from './shrink-pair.ts';
import { newTally, type Tally } from './tally.ts';

/** A pair on which somebody does not agree, cut down to what is needed for it. */
export interface Counterexample extends Pair {
  readonly disagreement: Disagreement;
}

export interface Run {
  readonly seed: number;
  readonly drawing?: Drawing;
  readonly tally: Tally;
  /** Asked before each pack. */
  readonly isOver: () => boolean;
  readonly onBatch?: (batch: Batch) => void;
  readonly onCounterexample: (counterexample: Counterexample) => void;
}

/** One pair in so many is also held against the rules engine alone, and its witnesses completed. */
const THOROUGH = 10;

/** Examines the pairs that follow from a seed until it is over. Of one pack, only the first disagreement is reported. */
export async function runDifferential(run: Run): Promise<void> {
  for (const batch of batchesFrom(run.seed, run.drawing)) {
    if (run.isOver()) return;
    run.onBatch?.(batch);
    const examinee = examineeOf(batch.pack);
    for (const [place, pair] of pairsIn(batch).entries()) {
      const isThorough = place % THOROUGH === 0;
      const [found] = await examinePair(examinee, pair, { tally: run.tally, isThorough });
      if (found === undefined) continue;
      run.onCounterexample(await cutDown(pair, found));
      break;
    }
  }
}

/** The disagreements on a pair by itself, all comparisons made. */
export async function disagreementsOn(pair: Pair): Promise<readonly Disagreement[]> {
  return examinePair(examineeOf(pair.pack), pair, { tally: newTally(), isThorough: true });
}

async function cutDown(pair: Pair, disagreement: Disagreement): Promise<Counterexample> {
  const same = async (other: Pair): Promise<Disagreement | undefined> => {
    const all = await disagreementsOn(other).catch(() => []);
    return all.find(({ between }) => between === disagreement.between);
  };
  const smallest = await shrunkPair(pair, async (other) => (await same(other)) !== undefined);
  return { ...smallest, disagreement: (await same(smallest)) ?? disagreement };
}
