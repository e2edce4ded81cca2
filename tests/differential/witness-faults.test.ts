import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { batchesFrom } from '../support/generate-batches.ts';
import { pairsIn } from '../support/examine-pair.ts';
import { examineeOf } from '../support/examined-case.ts';
import { plantFaults, type FaultyCopy } from '../support/plant-faults.ts';
import type { PlantedFault } from '../support/planted-faults.ts';
import { WITNESS_FAULTS } from '../support/witness-faults.ts';

/** Fixed: whether a fault is caught is to be the same each time. */
const SEED = 20_261_123;
const PAIRS = 300;

let copy: FaultyCopy;

beforeAll(async () => {
  copy = await plantFaults(WITNESS_FAULTS);
}, 60_000);

afterAll(() => {
  copy.remove();
});

/** What `evaluate` itself throws on the pairs: the first words of each. */
async function thrownBy(about: PlantedFault['about']): Promise<readonly string[]> {
  const thrown: string[] = [];
  let pairs = 0;
  for (const batch of batchesFrom(SEED, { requests: 10, about })) {
    if (pairs >= PAIRS) return thrown;
    const { engines, product } = examineeOf(batch.pack, copy.engines);
    for (const { request, assumptions } of pairsIn(batch)) {
      pairs += 1;
      const checked = engines.checkRequest(product, request);
      if (!checked.ok) throw new Error('a request is refused that the sound product takes');
      await engines
        .evaluateRequest(product, checked.value, { assumptions })
        .catch((error: unknown) => thrown.push(String(error).replace(/: \{.*/su, '')));
    }
  }
  return thrown;
}

describe('evaluate, held against the rules engine in each case that it gives', () => {
  test('throws nothing where no fault is switched on', { timeout: 120_000 }, async () => {
    expect(await copy.withFault(undefined, () => thrownBy('anything'))).toEqual([]);
  });

  test.each(WITNESS_FAULTS)('finds by nothing else that $is', { timeout: 120_000 }, async (fault) => {
    const thrown = await copy.withFault(fault, () => thrownBy(fault.about));

    expect([...new Set(thrown)]).toEqual(['EnginesDisagree: the engines disagree on a witness']);
  });
});
