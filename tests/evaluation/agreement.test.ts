import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';

import { evaluateRequest } from '../../src/evaluation/evaluate-request.ts';
import { compareAnswers, type Compared } from '../support/compare-answers.ts';
import { loaded, pairs, type Pair } from '../support/generate-pairs.ts';
import type { Document, Part } from '../support/generated-words.ts';
import { runs, SEED } from '../support/seed.ts';

const counted = { pairs: 0, skipped: 0, incomplete: 0, answers: 0, undetermined: 0, supports: 0 };

afterAll(() => {
  const figures = Object.entries(counted).map(([what, count]) => `${what} ${String(count)}`);
  process.stderr.write(`agreement: FC_SEED=${String(SEED)}, ${figures.join(', ')}\n`);
});

async function answersTo(pair: Pair): Promise<readonly Compared[]> {
  const question = loaded(pair);
  const decision = await evaluateRequest(question.pack, question.request, {
    assumptions: question.assumptions,
  });
  const answers = compareAnswers(question, decision);
  counted.pairs += 1;
  if (answers === undefined) counted.skipped += 1;
  if (answers?.some(({ naive }) => naive.completions > 1) === true) counted.incomplete += 1;
  return answers ?? [];
}

async function decided(pair: Pair): Promise<unknown> {
  const { pack, request, assumptions } = loaded(pair);
  const { answers } = await evaluateRequest(pack, request, { assumptions });
  return JSON.parse(JSON.stringify(answers)) as unknown;
}

describe('the evaluator and the naive one', () => {
  test(
    'find the same outcomes possible, and turn on nothing that is not named',
    { timeout: 300_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(pairs, async (pair) => {
          for (const { where, product, naive } of await answersTo(pair)) {
            counted.answers += 1;
            if (naive.possible.length > 1) counted.undetermined += 1;
            if (naive.turnsOn !== undefined) counted.supports += 1;
            const unnamed = naive.turnsOn?.filter((id) => !product.turnsOn.includes(id)) ?? [];
            expect({ where, possible: product.possible }).toEqual({ where, possible: naive.possible });
            expect({ where, unnamed }).toEqual({ where, unnamed: [] });
          }
        }),
        { seed: SEED, numRuns: runs(1_000) },
      );

      expect(counted.incomplete).toBeGreaterThan(counted.pairs / 5);
      expect(counted.skipped).toBeLessThan(counted.pairs / 20);
    },
  );
});

describe('an answer', () => {
  test('is the same when files, clauses and keys are shuffled', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(pairs, fc.infiniteStream(fc.nat(1_000)), async (pair, numbers) => {
        const next = (): number => numbers.next().value;
        const pack = shuffled(pair.pack, next) as Pair['pack'];

        expect(await decided({ ...pair, pack })).toEqual(await decided(pair));
      }),
      { seed: SEED, numRuns: runs(200) },
    );
  });

  test('is the same when a fact is declared that no clause reads', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(pairs, fc.boolean(), async (pair, isKnown) => {
        const { 'pack.yaml': vocabulary = {}, ...instruments } = pair.pack;
        const facts = {
          ...partOf(vocabulary, 'facts'),
          unrelated: { type: 'boolean', question: 'Is it unrelated?' },
        };
        const pack = { ...instruments, 'pack.yaml': { ...vocabulary, facts } };
        const known = { ...partOf(pair.request, 'facts'), ...(isKnown ? { unrelated: true } : {}) };

        expect(await decided({ ...pair, pack, request: { ...pair.request, facts: known } })).toEqual(
          await decided(pair),
        );
      }),
      { seed: SEED, numRuns: runs(200) },
    );
  });

  test('is the same when asked twice', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(pairs, async (pair) => {
        const { pack, request, assumptions } = loaded(pair);
        const [once, twice] = [
          await evaluateRequest(pack, request, { assumptions }),
          await evaluateRequest(pack, request, { assumptions }),
        ];

        expect(JSON.stringify(twice)).toBe(JSON.stringify(once));
      }),
      { seed: SEED, numRuns: runs(200) },
    );
  });
});

function partOf(document: Document, key: string): Document {
  const part = document[key];
  return isDocument(part) ? part : {};
}

/** Keys of maps in another order, files and clauses too; every other list keeps its order. */
function shuffled(part: Part, next: () => number, key = ''): Part {
  if (Array.isArray(part)) {
    const items = (part as readonly Part[]).map((item) => shuffled(item, next));
    return key === 'clauses' ? inAnotherOrder(items, next) : items;
  }
  if (!isDocument(part)) return part;
  const entries = Object.entries(part).map(([name, value]) => [name, shuffled(value, next, name)] as const);
  return Object.fromEntries(inAnotherOrder(entries, next));
}

function inAnotherOrder<T>(items: readonly T[], next: () => number): T[] {
  return items
    .map((item) => ({ item, at: next() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

function isDocument(part: Part | undefined): part is Document {
  return typeof part === 'object' && !Array.isArray(part);
}
