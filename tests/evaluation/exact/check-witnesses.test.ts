import { describe, expect, test } from 'vitest';

import { openWitnessCheck } from '../../../src/evaluation/exact/check-witnesses.ts';
import { exactAnswers } from '../../../src/evaluation/exact/exact-answers.ts';
import type { Exact } from '../../../src/diagram/requests/exact-answer.ts';
import { verdictOn, type World } from '../../../src/evaluation/outcomes/verdict.ts';
import { openWorlds } from '../../../src/evaluation/outcomes/worlds.ts';
import { settlementAsStated } from '../../../src/pack/settlement.ts';
import {
  deal,
  EXCLUSIVITY,
  firstRefusal,
  NOTICE,
  REFUSAL,
  SOURCE,
  VOCABULARY,
} from '../../support/judged-question.ts';
import { checkedRequest, loadedPack } from '../../support/load-documents.ts';

interface Asked {
  readonly clauses: string;
  readonly effective?: string;
  readonly request?: Record<string, unknown>;
}

interface Checked {
  readonly exact: Exact;
  /** What the rules engine found possible in the case of each witness, in their order. */
  readonly bounds: readonly (readonly string[])[];
}

/** Checks the witnesses of an answer on the rival, after `altered` has changed them. */
async function check(asked: Asked, altered: (exact: Exact) => Exact = (exact) => exact): Promise<Checked> {
  const { pack, request } = documentsOf(asked);
  const settlement = settlementAsStated(pack, request);
  const { base } = await openWorlds(pack.clauses, pack, request, settlement);
  const answers = exactAnswers(pack, request);
  const exact = answers.possible('rival', ['procure'], settlement);
  if (exact === undefined) throw new Error('the answer is only bounded');
  const bounds: (readonly string[])[] = [];
  const verdictIn = (world: World) => verdictOn('rival', pack.clauses, world);
  await openWitnessCheck(
    base,
    answers,
  )({
    candidate: 'rival',
    acts: ['procure'],
    verdicts: [verdictIn(base)],
    exact: altered(exact),
    boundsIn: (world) => {
      const verdict = verdictIn(world);
      bounds.push(verdict.possible);
      return Promise.resolve({ possible: verdict.possible, verdicts: [verdict] });
    },
  });
  return { exact, bounds };
}

function documentsOf({ clauses, effective = '{ from: 2024-01-01 }', request = {} }: Asked) {
  const deed = `
instrument: deed-1
title: Deed
parties: [buyer, incumbent]
basis: text
effective: ${effective}
clauses:
${clauses}
`;
  const facts = 'facts:\n  closed: { type: event, question: When did it close? }';
  const pack = loadedPack({ 'pack.yaml': VOCABULARY.replace('facts:', facts), 'deed.yaml': deed });
  const document = {
    actor: 'buyer',
    date: '2025-03-31',
    acts: ['procure'],
    providers: ['rival'],
    ...request,
  };
  return { pack, request: checkedRequest(pack, document) };
}

const exclusiveWhere = (more: string): string => `${EXCLUSIVITY.slice(0, -1)}, ${more} }`;

const CASES: readonly (readonly [string, Asked])[] = [
  ['a fact', { clauses: exclusiveWhere('when: { new: true }') }],
  ['a number', { clauses: exclusiveWhere('when: { size: { more-than: 3 }, share: { less-than: 2.5 } }') }],
  ['facts that are the same', { clauses: exclusiveWhere('when: { size: { same-as: share } }') }],
  [
    'a fact compared with one that is known',
    { clauses: exclusiveWhere('when: { size: { same-as: share } }'), request: { facts: { share: 7 } } },
  ],
  ['an event and its tail', { clauses: exclusiveWhere('until: { event: closed }, survives: 2 months') }],
  ['a reading', { clauses: exclusiveWhere('when: { not: { R-1: wide } }') }],
  ['an unknown figure', { clauses: exclusiveWhere('when: { not: { size: { at-least: unknown } } }') }],
  ['an unknown last day', { clauses: exclusiveWhere('until: unknown') }],
  ['an unknown tail', { clauses: exclusiveWhere('until: 2025-01-01, survives: unknown') }],
  ['who counts with a holder', { clauses: EXCLUSIVITY, request: { designees: { incumbent: ['rival'] } } }],
  [
    'an uncertain start',
    { clauses: EXCLUSIVITY, effective: '{ from: 2025-06-01, possibly-from: 2025-01-01 }' },
  ],
  [
    'an election',
    {
      clauses: exclusiveWhere(
        `ceases: [{ id: end, when: { new: true }, by: { election-of: buyer }, ${SOURCE} }]`,
      ),
    },
  ],
  [
    'consent',
    {
      clauses: `- { id: consent, title: Consent, kind: precondition, act: procure, step: { do: ask, by: buyer }, until: { consent-of: incumbent }, ${SOURCE} }`,
      request: deal('2025-03-31', [], '2025-03-01'),
    },
  ],
  ['a waiver', { clauses: EXCLUSIVITY, request: deal('2025-03-31', [], '2025-03-01') }],
  ['what came of an offer', { clauses: REFUSAL, request: deal('2025-03-20', [], '2025-03-18') }],
  [
    'a term of the procedure',
    { clauses: firstRefusal('unknown', 'releases', 'none'), request: deal('2025-03-20', [NOTICE]) },
  ],
  [
    'the contents of a notice',
    { clauses: REFUSAL, request: deal('2025-04-10', [{ notice: '2025-03-01', to: 'incumbent' }]) },
  ],
];

describe('a witness, run by the rules engine', () => {
  test.each(CASES)('leaves nothing but its outcome where the answer turns on %s', async (_, asked) => {
    const { exact, bounds } = await check(asked);

    expect(exact.possible.length).toBeGreaterThan(1);
    expect(bounds).toEqual(exact.possible.map((outcome) => [outcome]));
  });

  test.each(CASES)('is refused for another outcome where the answer turns on %s', async (_, asked) => {
    const exchanged = (exact: Exact): Exact => ({
      ...exact,
      witnesses: exact.witnesses.map(({ where }, place) => ({
        where,
        outcome: exact.possible[(place + 1) % exact.possible.length] ?? 'permitted',
      })),
    });

    await expect(check(asked, exchanged)).rejects.toThrow('the engines disagree on a witness');
  });

  test('is refused where it says nothing', async () => {
    const silent = (exact: Exact): Exact => ({
      ...exact,
      witnesses: exact.witnesses.map(({ outcome }) => ({ outcome, where: [] })),
    });

    await expect(check({ clauses: exclusiveWhere('when: { new: true }') }, silent)).rejects.toThrow(
      'the engines disagree on a witness: {"candidate":"rival","acts":["procure"]',
    );
  });

  test('is not asked for where one outcome is possible', async () => {
    expect((await check({ clauses: EXCLUSIVITY })).bounds).toEqual([]);
  });
});
