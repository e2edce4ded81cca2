import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparePacks } from '../../src/comparison/compare-packs.ts';
import type { Verdict } from '../../src/comparison/comparison.ts';
import { evaluateRequest } from '../../src/evaluation/evaluate-request.ts';
import type { Sided } from '../../src/comparison/sides.ts';
import { checkRequest } from '../../src/pack/check-request.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { filesOf } from '../support/generate-packs.ts';
import { requests } from '../support/generate-requests.ts';
import type { Document, Part } from '../support/generated-words.ts';
import { loadedPack } from '../support/load-documents.ts';
import { IN_WRITING_ORDER, shuffled } from '../support/shuffle-documents.ts';
import { EFFORT, loadBoth, onePack, twoPacks } from './generated-pairs.ts';

/** Cases are whole packs, which take minutes to make smaller: a failure shows the first. */
const RUNS = { numRuns: 40, seed: 20_250_121, endOnFailure: true };
/** Statements cost a witness each; verdicts do not hang on them. */
const VERDICT_ONLY = { ...EFFORT, statements: 0 };
const FEW = { ...RUNS, numRuns: 10 };
const FEW_STATEMENTS = { ...EFFORT, statements: 12 };
const TIME = 120_000;

describe('a comparison', () => {
  test('finds a pack equal to itself, and to itself in another order of files, clauses and keys', async () => {
    await fc.assert(
      fc.asyncProperty(
        onePack,
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        async (documents, stream) => {
          const before = loadedPack(filesOf(documents));
          const next = (): number => Number(stream.next().value);
          const moved = shuffled(documents as Part, next, IN_WRITING_ORDER) as typeof documents;
          const after = loadedPack(filesOf(moved));

          const { verdict, changes, otherChanges, governing, clauses } = await comparePacks(
            { packs: { before, after } },
            EFFORT,
          );

          expect({ verdict, changes, otherChanges, governing, clauses }).toEqual({
            verdict: 'equal',
            changes: [],
            otherChanges: [],
            governing: [],
            clauses: [],
          });
        },
      ),
      RUNS,
    );
  });

  test('has the opposite verdict with the sides swapped', async () => {
    const seen = new Set<Verdict>();
    await fc.assert(
      fc.asyncProperty(twoPacks, async (documents) => {
        const { before, after } = loadBoth(documents);

        const there = await comparePacks({ packs: { before, after } }, VERDICT_ONLY);
        const back = await comparePacks({ packs: { before: after, after: before } }, VERDICT_ONLY);

        seen.add(there.verdict);
        expect(back.verdict).toBe(OPPOSITE[there.verdict]);
        expect(back.unlisted === 0).toBe(there.unlisted === 0);
      }),
      RUNS,
    );
    expect([...seen]).toEqual(
      expect.arrayContaining(['equal', 'more-permissive', 'more-restrictive', 'mixed']),
    );
  });

  test(
    'has a witness for each change that needs no answer of a holder, and each is answered as it says',
    async () => {
      let witnesses = 0;
      await fc.assert(
        fc.asyncProperty(twoPacks, async (documents) => {
          const packs = loadBoth(documents);

          const { changes } = await comparePacks({ packs }, FEW_STATEMENTS);

          for (const change of changes) {
            const isPlain = change.where.every(({ kind }) => kind !== 'state');
            if (isPlain) expect(change.witness).toBeDefined();
            for (const side of ['before', 'after'] as const) {
              const asked = change.witness?.[side];
              if (asked?.request === undefined) continue;
              const checked = checkRequest(packs[side], asked.request);
              if (!checked.ok) throw new Error(JSON.stringify(checked.diagnostics));
              const { answers } = await evaluateRequest(packs[side], checked.value);
              expect(answers[0]?.possible).toEqual(asked.possible);
              expect(asked.possible).toContain(change[side]);
              witnesses += 1;
            }
          }
        }),
        FEW,
      );
      expect(witnesses).toBeGreaterThan(50);
    },
    TIME,
  );

  test(
    'tells of every act and candidate whose answer to some request differs',
    async () => {
      let differing = 0;
      await fc.assert(
        fc.asyncProperty(
          twoPacks,
          fc.array(requests('anything'), { minLength: 4, maxLength: 4 }),
          async (documents, asked) => {
            const packs = loadBoth(documents);
            const { verdict, changes, otherChanges, unlisted } = await comparePacks(
              { packs },
              FEW_STATEMENTS,
            );
            for (const document of asked) {
              for (const { provider, act, before, after } of await differingAnswers(packs, document)) {
                differing += 1;
                expect(verdict).not.toBe('equal');
                const told = changes.some(
                  (change) =>
                    change.actor.id === document['actor'] &&
                    change.acts.some(({ id }) => id === act) &&
                    !change.otherProviders.some(({ id }) => id === provider) &&
                    before.includes(change.before) &&
                    after.includes(change.after),
                );
                expect(told || otherChanges.length > 0 || unlisted > 0).toBe(true);
              }
            }
          },
        ),
        FEW,
      );
      expect(differing).toBeGreaterThan(3);
    },
    TIME,
  );
});

const OPPOSITE: Readonly<Record<Verdict, Verdict>> = {
  equal: 'equal',
  'more-permissive': 'more-restrictive',
  'more-restrictive': 'more-permissive',
  mixed: 'mixed',
  undirected: 'undirected',
  unfinished: 'unfinished',
};

interface Differing {
  readonly provider: string;
  readonly act: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Answers to single acts that differ, as far as both packs can read the request and answer it exactly. */
async function differingAnswers(packs: Sided<Pack>, document: Document): Promise<readonly Differing[]> {
  const [then, now] = [checkRequest(packs.before, document), checkRequest(packs.after, document)];
  if (!then.ok || !now.ok) return [];
  const before = await evaluateRequest(packs.before, then.value);
  const after = await evaluateRequest(packs.after, now.value);
  const others = after.answers.flatMap(({ acts }) => acts);
  const own = before.answers.flatMap(({ provider, acts }) => acts.map((act) => ({ provider, act })));
  return own.flatMap(({ provider, act }, place) => {
    const other = others[place];
    if (other === undefined || act.bounded === true || other.bounded === true) return [];
    const found = { provider, act: act.act, before: act.possible, after: other.possible };
    return found.before.join() === found.after.join() ? [] : [found];
  });
}
