import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { batchesFrom, type Drawing } from '../support/generate-batches.ts';
import { examinePair, pairsIn } from '../support/examine-pair.ts';
import { examineeOf } from '../support/examined-case.ts';
import { plantFaults, type FaultyCopy } from '../support/plant-faults.ts';
import { PLANTED_FAULTS } from '../support/planted-faults.ts';
import { newTally } from '../support/tally.ts';

/** Fixed: whether a fault is caught is to be the same each time. */
const SEED = 20_261_123;
const MOST_PAIRS = 4_000;

let copy: FaultyCopy;
const caught: string[] = [];

beforeAll(async () => {
  copy = await plantFaults(PLANTED_FAULTS);
}, 60_000);

afterAll(() => {
  copy.remove();
  process.stderr.write(`planted faults, seed ${String(SEED)}, caught after pairs:\n${caught.join('\n')}\n`);
});

/** The number of pairs after which something disagreed, and who; `undefined` where nothing ever did. */
async function firstDisagreement(
  most: number,
  drawing: Drawing = {},
  seed = SEED,
): Promise<{ readonly pairs: number; readonly between: string } | undefined> {
  const tally = newTally();
  for (const batch of batchesFrom(seed, { requests: 10, ...drawing })) {
    if (tally.pairs >= most) return undefined;
    const examinee = examineeOf(batch.pack, copy.engines);
    for (const pair of pairsIn(batch)) {
      const [found] = await examinePair(examinee, pair, { tally, isThorough: false });
      if (found !== undefined) return { pairs: tally.pairs, between: found.between };
    }
  }
  return undefined;
}

describe('the differential test', () => {
  test('finds nothing in a copy of the product with no fault switched on', { timeout: 60_000 }, async () => {
    expect(await copy.withFault(undefined, () => firstDisagreement(400))).toBeUndefined();
  });

  test.each(PLANTED_FAULTS)('catches it if $is', { timeout: 60_000 }, async (fault) => {
    const found = await copy.withFault(fault, () =>
      firstDisagreement(MOST_PAIRS, { about: fault.about }, fault.seed),
    );

    caught.push(`${String(found?.pairs).padStart(6)}  ${fault.is} (${found?.between ?? 'nobody'})`);
    expect(found).toBeDefined();
  });
});
