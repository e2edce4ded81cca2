import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';

import type { Answer } from '../../src/evaluation/decision.ts';
import { evaluateRequest } from '../../src/evaluation/evaluate-request.ts';
import { compareAnswers, type Compared } from '../support/compare-answers.ts';
import { loaded, pairs, pairsAbout, type LoadedPair, type Pair } from '../support/generate-pairs.ts';
import type { Document, Part } from '../support/generated-words.ts';
import { TooManyCompletions } from '../support/naive-completion.ts';
import { evaluateNaively } from '../support/naive-evaluator.ts';
import { runs, SEED } from '../support/seed.ts';

const counted = {
  pairs: 0,
  skipped: 0,
  incomplete: 0,
  answers: 0,
  undetermined: 0,
  reduced: 0,
  supports: 0,
  wider: 0,
};

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
  counted.reduced += decision.answers.filter(({ reduction }) => reduction !== undefined).length;
  counted.pairs += 1;
  if (answers === undefined) counted.skipped += 1;
  if (answers?.some(({ naive }) => !naive.isCertain) === true) counted.incomplete += 1;
  return answers ?? [];
}

async function decided(pair: Pair): Promise<readonly Answer[]> {
  const { pack, request, assumptions } = loaded(pair);
  const { answers } = await evaluateRequest(pack, request, { assumptions });
  return JSON.parse(JSON.stringify(answers)) as Answer[];
}

/** By candidate and act, in no order. */
function outcomes(answers: readonly Answer[]): unknown {
  const entries = answers.flatMap(({ provider, possible, acts }) => [
    [provider, possible] as const,
    ...acts.map((own) => [`${provider} ${own.act}`, own.possible] as const),
  ]);
  return Object.fromEntries(entries);
}

describe('the evaluator and the naive one', () => {
  test(
    'agree: no outcome is missed, none added where nothing is unknown, and nothing turns on what is not named',
    { timeout: 300_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(pairs, async (pair) => {
          for (const { where, product, naive } of await answersTo(pair)) {
            counted.answers += 1;
            if (naive.possible.length > 1) counted.undetermined += 1;
            if (naive.turnsOn !== undefined) counted.supports += 1;
            const missing = naive.possible.filter((outcome) => !product.possible.includes(outcome));
            const wider = product.possible.filter((outcome) => !naive.possible.includes(outcome));
            const unnamed = naive.turnsOn?.filter((id) => !product.turnsOn.includes(id)) ?? [];
            if (wider.length > 0) counted.wider += 1;
            expect({ where, missing, unnamed }).toEqual({ where, missing: [], unnamed: [] });
            if (naive.isCertain) expect({ where, wider }).toEqual({ where, wider: [] });
          }
        }),
        { seed: SEED, numRuns: runs(1_500) },
      );

      expect(counted.incomplete).toBeGreaterThan(counted.pairs / 5);
      expect(counted.reduced).toBeGreaterThan(counted.pairs / 50);
      expect(counted.skipped).toBeLessThan(counted.pairs / 20);
      expect(counted.wider).toBeLessThan(counted.answers / 20);
    },
  );
});

describe('a reduction', () => {
  test(
    'that is certain serves at its bounds and not just beyond them, as the naive evaluator sees it',
    { timeout: 120_000 },
    async () => {
      let judged = 0;
      const check = async (pair: Pair): Promise<void> => {
        const { pack, request, assumptions } = loaded(pair);
        const { answers } = await evaluateRequest(pack, request, { assumptions });
        for (const { provider, reduction } of answers) {
          if (reduction?.certain !== true) continue;
          if (isTooMuchToJudge({ pack, request, assumptions }, provider)) continue;
          const serves = (amount: number): boolean =>
            servedAt(amount, { pack, request, assumptions }, provider, reduction.fact);
          const { lessThan, atMost } = reduction;
          const bound = atMost ?? lessThan ?? 0;
          const inside = atMost ?? bound - A_LITTLE;
          const beyond = atMost === undefined ? bound : bound + A_LITTLE;
          expect({ to: reduction.to, inside: serves(inside) }).toEqual({ to: reduction.to, inside: true });
          if (!isCertain({ pack, request, assumptions }, provider)) continue;
          expect({ to: reduction.to, beyond: serves(beyond) }).toEqual({ to: reduction.to, beyond: false });
          judged += 1;
        }
      };

      await fc.assert(fc.asyncProperty(pairsAbout('quantities'), check), { seed: SEED, numRuns: runs(300) });

      expect(judged).toBeGreaterThan(10);
    },
  );
});

function isTooMuchToJudge(pair: LoadedPair, provider: string): boolean {
  try {
    isCertain(pair, provider);
    return false;
  } catch (error) {
    if (error instanceof TooManyCompletions) return true;
    throw error;
  }
}

/** With something unknown the product may be wider than exact, and show less room than there is. */
function isCertain({ pack, request, assumptions }: LoadedPair, provider: string): boolean {
  const alone = { ...request, providers: [provider] };
  return evaluateNaively(pack, alone, { assumptions }).every(({ completions }) => completions.length === 1);
}

/** Less than the bounds of generated scopes lie apart. */
const A_LITTLE = 0.01;

/** True where a deal of that amount is served in every completion, if only after steps. */
function servedAt(
  amount: number,
  { pack, request, assumptions }: LoadedPair,
  provider: string,
  fact: string,
): boolean {
  const { divisible: _, ...whole } = request;
  const smaller = { ...whole, providers: [provider], facts: { ...request.facts, [fact]: amount } };
  const budget = { completions: 20_000, work: 1_000_000 };
  return evaluateNaively(pack, smaller, { assumptions, budget }).every(({ possible }) =>
    [...possible].every((outcome) => outcome === 'permitted' || outcome === 'conditional'),
  );
}

describe('an answer', () => {
  test(
    'is the same to the letter when files, clauses and their keys are shuffled',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(pairs, fc.infiniteStream(fc.nat(1_000)), async (pair, numbers) => {
          const pack = shuffled(pair.pack, () => numbers.next().value, IN_WRITING_ORDER) as Pair['pack'];

          expect(await decided({ ...pair, pack })).toEqual(await decided(pair));
        }),
        { seed: SEED, numRuns: runs(150) },
      );
    },
  );

  test(
    'finds the same possible when scopes and declarations are shuffled too',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(pairs, fc.infiniteStream(fc.nat(1_000)), async (pair, numbers) => {
          const pack = shuffled(pair.pack, () => numbers.next().value, []) as Pair['pack'];

          expect(outcomes(await decided({ ...pair, pack }))).toEqual(outcomes(await decided(pair)));
        }),
        { seed: SEED, numRuns: runs(150) },
      );
    },
  );

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
      { seed: SEED, numRuns: runs(150) },
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
      { seed: SEED, numRuns: runs(150) },
    );
  });
});

function partOf(document: Document, key: string): Document {
  const part = document[key];
  return isDocument(part) ? part : {};
}

/** Where the order of keys is shown in answers: tests in a trace, candidates and facts as they are declared. */
const IN_WRITING_ORDER = ['when', 'until', 'parties', 'facts', 'readings', 'values', 'options', 'acts'];

/** Keys of maps in another order, files and clauses too. Other lists keep their order, as does all below the keys kept. */
function shuffled(part: Part, next: () => number, kept: readonly string[], key = ''): Part {
  if (kept.includes(key)) return part;
  if (Array.isArray(part)) {
    const items = (part as readonly Part[]).map((item) => shuffled(item, next, kept));
    return key === 'clauses' ? inAnotherOrder(items, next) : items;
  }
  if (!isDocument(part)) return part;
  const entries = Object.entries(part).map(
    ([name, value]) => [name, shuffled(value, next, kept, name)] as const,
  );
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
