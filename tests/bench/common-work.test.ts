import { describe, expect, test } from 'vitest';
import { loadPack, loadPackFiles } from '../../src/index.ts';
import { answersByEvaluate } from './common-work/answers-by-evaluate.ts';
import { generateRequests } from './common-work/generate-requests.ts';
import { WORK_OUTCOMES, WORK_PACK } from './common-work/work-request.ts';
import { prepare as prepareColumns } from './peers/hand-written-columns.ts';
import { prepare as prepareObjects } from './peers/hand-written-objects.ts';
import { syntheticPack } from './synthetic-pack.ts';

const requests = generateRequests(500, 1);

describe('the common work of the benchmarks', async () => {
  const loaded = await loadPack(WORK_PACK);
  const expected = loaded.ok ? await answersByEvaluate(loaded.value, requests) : [];

  test('comes to every outcome', () => {
    expect(new Set(expected)).toEqual(new Set(WORK_OUTCOMES));
  });

  test.each([
    ['objects', prepareObjects],
    ['columns', prepareColumns],
  ])('is decided by hand over %s as evaluate decides it', async (_, prepare) => {
    expect(await prepare().take(requests).answers()).toEqual(expected);
  });
});

describe('a synthetic pack', () => {
  test.each([10, 100])('of %i clauses loads, and has as many', (clauses) => {
    const loaded = loadPackFiles(syntheticPack(clauses));

    const written = loaded.ok
      ? loaded.value.clauses.filter(({ id }) => !id.includes('@'))
      : loaded.diagnostics;
    expect(written).toHaveLength(clauses);
  });

  test('is the same each time', () => {
    expect(syntheticPack(100)).toEqual(syntheticPack(100));
  });
});
