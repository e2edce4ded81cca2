import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { batchesFrom } from '../support/generate-batches.ts';
import { ENGINES_WITHIN, examinePair, pairsIn } from '../support/examine-pair.ts';
import { examineeOf, type Disagreement } from '../support/examined-case.ts';
import { plantFaults, type FaultyCopy } from '../support/plant-faults.ts';
import type { PlantedFault } from '../support/planted-faults.ts';
import { newTally } from '../support/tally.ts';
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

async function firstReported(about: PlantedFault['about']): Promise<Disagreement | undefined> {
  const tally = newTally();
  for (const batch of batchesFrom(SEED, { requests: 10, about })) {
    if (tally.pairs >= PAIRS) return undefined;
    const examinee = examineeOf(batch.pack, copy.engines);
    for (const pair of pairsIn(batch)) {
      const [found] = await examinePair(examinee, pair, { tally, isThorough: false });
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

describe('evaluate, held against the rules engine in each case that it gives', () => {
  test('throws nothing where no fault is switched on', { timeout: 120_000 }, async () => {
    expect(await copy.withFault(undefined, () => thrownBy('anything'))).toEqual([]);
  });

  test('is what the differential test reports', { timeout: 120_000 }, async () => {
    const [fault] = WITNESS_FAULTS;
    const found = await copy.withFault(fault, () => firstReported('scopes'));

    expect(found?.between).toBe(ENGINES_WITHIN);
    expect(found?.said['thrown']).toMatch(/^EnginesDisagree: the engines disagree on a witness/);
  });

  test.each(WITNESS_FAULTS)('finds by nothing else that $is', { timeout: 120_000 }, async (fault) => {
    const thrown = await copy.withFault(fault, () => thrownBy(fault.about));

    expect([...new Set(thrown)]).toEqual(['EnginesDisagree: the engines disagree on a witness']);
  });
});
