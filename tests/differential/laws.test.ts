import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Answer } from '../../src/evaluation/decision.ts';
import { evaluateRequest } from '../../src/evaluation/evaluate-request.ts';
import { loaded, pairs, type Pair } from '../support/generate-pairs.ts';
import { isoDay, type Document, type Part } from '../support/generated-words.ts';
import { runs, SEED } from '../support/seed.ts';
import { IN_WRITING_ORDER, shuffled } from '../support/shuffle-documents.ts';

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
        { seed: SEED, numRuns: runs(60) },
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
        { seed: SEED, numRuns: runs(60) },
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
      { seed: SEED, numRuns: runs(60) },
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
      { seed: SEED, numRuns: runs(60) },
    );
  });

  test(
    'once reached is not changed by another fact, which only narrows what is possible',
    { timeout: 120_000 },
    async () => {
      let narrowed = 0;
      await fc.assert(
        fc.asyncProperty(pairs, fc.nat(100), async (pair, at) => {
          const facts = Object.keys(partOf(pair.request, 'facts')).filter((fact) => !isDivisible(pair, fact));
          const fact = facts[at % facts.length];
          const without = fact === undefined ? pair : { ...pair, request: withoutFact(pair.request, fact) };

          const [before, after] = [verdicts(await decided(without)), verdicts(await decided(pair))];

          expect([...after.keys()]).toEqual([...before.keys()]);
          for (const [where, { possible, isBounded }] of after) {
            const wider = before.get(where);
            if (isBounded || wider?.isBounded === true) continue;
            if (possible.length < (wider?.possible.length ?? 0)) narrowed += 1;
            expect({ where, wider: wider?.possible }).toEqual({
              where,
              wider: expect.arrayContaining([...possible]),
            });
          }
        }),
        { seed: SEED, numRuns: runs(150) },
      );

      expect(narrowed).toBeGreaterThan(3);
    },
  );

  test('stays as it is when a clause is amended to itself', { timeout: 120_000 }, async () => {
    let amended = 0;
    await fc.assert(
      fc.asyncProperty(pairs, fc.nat(100), async (pair, at) => {
        const clauses = Object.values(pair.pack).flatMap((file) => documentsIn(file['clauses']));
        const plain = clauses.filter(mayBeAmendedToItself);
        const clause = plain[at % plain.length];
        if (clause === undefined) return;
        amended += 1;

        const again = await decided({ ...pair, pack: { ...pair.pack, 'again.yaml': amending(clause) } });

        expect(verdicts(again)).toEqual(verdicts(await decided(pair)));
      }),
      { seed: SEED, numRuns: runs(120) },
    );

    expect(amended).toBeGreaterThan(runs(120) / 2);
  });
});

function partOf(document: Document, key: string): Document {
  const part = document[key];
  return isDocument(part) ? part : {};
}

function isDocument(part: Part | undefined): part is Document {
  return typeof part === 'object' && !Array.isArray(part);
}

function isDivisible({ request }: Pair, fact: string): boolean {
  const { divisible = [] } = request;
  return Array.isArray(divisible) && divisible.includes(fact);
}

function withoutFact(request: Document, fact: string): Document {
  const { [fact]: _, ...facts } = partOf(request, 'facts');
  return { ...request, facts };
}

interface VerdictOn {
  readonly possible: readonly string[];
  readonly turnsOn: readonly string[];
  readonly isBounded: boolean;
}

const VERSION = /@[\w-]+/;

/** What is possible and what it turns on, by candidate and act; a version of a clause is told by the clause. */
function verdicts(answers: readonly Answer[]): ReadonlyMap<string, VerdictOn> {
  return new Map(
    answers.flatMap((answer) =>
      [answer, ...answer.acts].map((own) => {
        const where = 'act' in own ? `${answer.provider}, ${own.act}` : `${answer.provider}, overall`;
        const turnsOn = own.turnsOn.map(({ id }) => id.replace(VERSION, ''));
        const { possible, bounded: isBounded = false } = own;
        return [where, { possible, turnsOn: [...new Set(turnsOn)].toSorted(), isBounded }] as const;
      }),
    ),
  );
}

function documentsIn(part: Part | undefined): readonly Document[] {
  return Array.isArray(part) ? (part as readonly Document[]) : [];
}

/**
 * A permission is given by those who assent to its instrument, and its new version by those who assent to the amendment;
 * what survives its end goes on beside its new version.
 */
function mayBeAmendedToItself(clause: Document): boolean {
  return clause['kind'] !== 'permission' && !('survives' in clause) && !hasElection(clause);
}

/** Requests name an election by the version of the clause, so that it is another one once the clause is amended. */
function hasElection(clause: Document): boolean {
  return documentsIn(clause['ceases']).some(({ by }) => typeof by === 'object');
}

/** An amendment of nothing, which starts after all that is generated and before some requests. */
function amending({ id }: Document): Document {
  return {
    instrument: 'again',
    title: 'again',
    parties: ['buyer', 'alpha'],
    'assented-by': ['beta', 'gamma'],
    basis: 'text',
    effective: { from: isoDay(15) },
    amends: [{ clause: id ?? '', source: { document: 'deed', grade: 'A' } }],
  };
}
