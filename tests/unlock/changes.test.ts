import { describe, expect, test } from 'vitest';
import { unlock } from '../../src/unlock/unlock.ts';
import type { Unlock } from '../../src/unlock/unlocks.ts';
import { SOURCE } from '../support/judged-question.ts';
import { loadedPack } from '../support/load-documents.ts';

const VOCABULARY = `
pack: small
language: 1
title: Small
disclaimer: Invented for a test.
otherwise: permitted
parties:
  buyer: { name: Buyer }
  incumbent: { name: Incumbent, provider: true }
  rival: { name: Rival, provider: true }
acts: { procure: { title: procure capacity } }
facts:
  new: { type: boolean, question: Is it new?, chosen-by: buyer }
  size: { type: number, unit: MW, question: How large?, chosen-by: buyer }
  blessed: { type: boolean, question: Is it blessed?, chosen-by: incumbent }
  weather: { type: enum, question: How is the weather?, values: { fair: fair, foul: foul, worse: worse } }
  disaster: { type: event, question: Has it happened? }
  reasonable: { type: assessment, question: Was it reasonable? }
  first: { type: number, question: One number? }
  second: { type: number, question: Another? }
readings:
  R-1: { question: Narrow or wide?, options: { narrow: narrowly, wide: widely } }
happenings:
  order: { means: an order, amounts: { amount: { unit: MW } } }
measures:
  ordered: { means: ordered in the year, sums: { order: amount }, over: { calendar: year }, in: current, with-request: size }
grades: { A: certain }
documents: { deed: { title: Deed, date: 2024-01-01 } }
`;

const ban = (rest: string): string =>
  `- { id: ban, title: Ban, kind: prohibition, act: procure, ${rest}, ${SOURCE} }`;

const EXCLUSIVE = `- { id: exclusive, title: Exclusive, kind: exclusivity, holder: incumbent, grantor: buyer, act: procure, counts-with-holder: [subcontractors, designees], ${SOURCE} }`;

const firstRight = (procedure: string): string =>
  `- { id: right, title: Right, kind: first-refusal, holder: incumbent, grantor: buyer, act: procure, counts-with-holder: none, procedure: { notice: { requires: [price], clock: complete-notice-received }, exercise: { effect: reserves }, ${procedure} }, ${SOURCE} }`;

const RIGHT = firstRight(
  'response: { within: 30 calendar-days, silence: releases }, negotiation: none, release: { for: 90 calendar-days }',
);
const TALKS = firstRight(
  'response: { within: 30 calendar-days, silence: does-not-release }, negotiation: { within: 20 calendar-days, no-agreement: releases }, release: { for: none }',
);

async function waysOf(
  clauses: string,
  request: Record<string, unknown> = {},
  atMost = 1,
): Promise<Unlock | undefined> {
  const deed = `
instrument: deed
title: Deed
parties: [buyer, incumbent]
basis: text
effective: { from: 2024-01-01 }
clauses:
${clauses}
`;
  const pack = loadedPack({ 'pack.yaml': VOCABULARY, 'deed.yaml': deed });
  const document = {
    actor: 'buyer',
    date: '2025-03-31',
    acts: ['procure'],
    providers: ['rival'],
    ...request,
  };
  const asked = await unlock(pack, document, { atMost });
  if (!asked.ok) throw new Error(JSON.stringify(asked.diagnostics));
  return asked.unlocks[0];
}

/** The changes of each way, the day where it is a later one, and who is needed. */
function told(found: Unlock | undefined): readonly string[] {
  return (found?.ways ?? []).map(({ source, changes, day }) => {
    const says = changes.map((change) => change.says).join('; ');
    return `${source}: ${says}${day === '2025-03-31' ? '' : ` → ${day}`}`;
  });
}

const deal = (events: readonly unknown[], completeTo = '2025-03-31') => ({
  opportunity: { id: 'deal', counterparty: 'rival', 'complete-to': completeTo, events },
});
const NOTICE = { notice: '2025-03-11', given: '2025-03-11', to: 'incumbent', contains: ['price'] };

const WAIVED = 'party: Incumbent waives what is owed to it, for the deal with Rival';

const CASES: readonly (readonly [string, string, Record<string, unknown>, readonly string[]])[] = [
  [
    'a fact that the actor chooses',
    ban('when: { new: true }'),
    { facts: { new: true } },
    ['actor: Buyer sets new to no (now yes)'],
  ],
  [
    'a fact that another party chooses',
    ban('when: { blessed: false }'),
    {},
    ['party: Incumbent sets blessed to yes (not stated)'],
  ],
  [
    'a fact that nobody is said to choose',
    ban('when: { weather: [foul] }'),
    { facts: { weather: 'foul' } },
    ['circumstance: if weather were fair or worse (now foul)'],
  ],
  [
    'a smaller quantity',
    ban('when: { size: { more-than: 100 } }'),
    { facts: { size: 200 } },
    ['actor: Buyer sets size to at most 100 MW (now 200 MW)'],
  ],
  [
    'a smaller quantity, and the next period, where a limit counts what was ordered',
    ban('when: { ordered: { more-than: 100 } }'),
    {
      facts: { size: 80 },
      happened: { 'complete-to': '2025-03-31', entries: [{ order: '2025-02-01', amount: 40 }] },
    },
    [
      'actor: Buyer sets size to at most 60 MW (now 80 MW)',
      'time: the act waits until 2026-01-01 → 2026-01-01',
    ],
  ],
  [
    'another route, a designation and a waiver',
    EXCLUSIVE,
    {},
    [
      'actor: Buyer has Rival serve through Incumbent, as its subcontractor',
      'party: Incumbent designates Rival to stand in for it',
      WAIVED,
    ],
  ],
  [
    'a consent',
    `- { id: assent, title: Assent, kind: precondition, act: procure, step: { do: ask, by: buyer }, until: { consent-of: incumbent }, ${SOURCE} }`,
    deal([{ refusal: '2025-03-20', by: 'incumbent' }]),
    ['party: Incumbent consents to the deal with Rival'],
  ],
  [
    'an election',
    `- { id: exclusive, title: Exclusive, kind: exclusivity, holder: incumbent, grantor: buyer, act: procure, counts-with-holder: none, ceases: [{ id: out, when: { new: true }, by: { election-of: buyer } }], ${SOURCE} }`,
    { facts: { new: true }, elections: { 'exclusive.out': 'not-made' } },
    ['actor: Buyer elects so, by exclusive.out', WAIVED],
  ],
  ['a reading', ban('when: { R-1: wide }'), {}, ['settlement: R-1 is read as narrow (narrowly)']],
  [
    'a finding',
    ban('when: { reasonable: false }'),
    {},
    ['settlement: the finding on reasonable is yes (not stated)'],
  ],
  [
    'the end of a clause, and the event that ends it',
    `- { id: ban, title: Ban, kind: prohibition, act: procure, until: { event: disaster }, ${SOURCE} }\n${ban('until: 2025-06-01').replace('id: ban', 'id: ban-2')}`,
    { facts: { disaster: '2025-01-01' } },
    ['time: the act waits until 2025-06-01 → 2025-06-01'],
  ],
  [
    'an answer, where the holder has its notice',
    RIGHT,
    deal([NOTICE]),
    [
      'party: Incumbent declines the deal with Rival on 2025-03-31',
      WAIVED,
      'party: Incumbent stays silent until 2025-04-10, its last day to answer → 2025-04-11',
    ],
  ],
  [
    'talks that come to nothing',
    TALKS,
    deal([NOTICE, { interest: '2025-03-20', by: 'incumbent' }]),
    [
      'party: Incumbent declines the deal with Rival on 2025-03-31',
      WAIVED,
      'party: Incumbent talks without an agreement until 2025-04-09, the last day of the talks → 2025-04-10',
    ],
  ],
];

describe('a change that lets a provider serve', () => {
  test.each(CASES)('may be %s', async (_, clauses, request, expected) => {
    const found = await waysOf(clauses, request);

    expect(told(found).toSorted()).toEqual(expected.toSorted());
    expect(found?.complete).toBe(true);
  });

  test('may be that nothing happened since the record ends, with an answer or silence', async () => {
    const found = await waysOf(RIGHT, deal([NOTICE], '2025-03-25'), 2);

    expect(told(found)).toEqual([
      WAIVED,
      'settlement: Incumbent declines the deal with Rival on 2025-03-31; it is shown that nothing else has happened in the deal with Rival',
      'settlement: Incumbent stays silent until 2025-04-10, its last day to answer; it is shown that nothing else has happened in the deal with Rival → 2025-04-11',
    ]);
  });
});

describe('a search', () => {
  test('says so where nothing of that size is enough', async () => {
    const bans = ['new', 'blessed'].map((fact) =>
      ban(`when: { ${fact}: true }`).replace('id: ban', `id: ban-${fact}`),
    );
    const request = { facts: { new: true, blessed: true } };

    expect(await waysOf(bans.join('\n'), request, 1)).toMatchObject({ ways: [], complete: true });
    expect(told(await waysOf(bans.join('\n'), request, 2))).toEqual([
      'party: Buyer sets new to no (now yes); Incumbent sets blessed to no (now yes)',
      'party: Buyer waives what is owed to it, for the deal with Rival; Incumbent waives what is owed to it, for the deal with Rival',
    ]);
  });

  test('says which days it left out, where there are too many', async () => {
    const bans = Array.from({ length: 70 }, (_, place) => {
      const end = new Date(Date.UTC(2025, 4, 1 + place)).toISOString().slice(0, 10);
      return ban(`until: ${end}`).replace('id: ban', `id: ban-${String(place)}`);
    });

    expect(await waysOf(bans.join('\n'))).toMatchObject({
      ways: [],
      complete: false,
      gaveUp: ['days from 2025-06-30 on'],
    });
  });

  test('leaves facts alone that are compared with one another', async () => {
    const found = await waysOf(ban('when: { first: { same-as: second } }'), {
      facts: { first: 1, second: 1 },
    });

    expect(found).toMatchObject({ ways: [], complete: true });
  });

  test.each([0, 5, 1.5])('refuses to look for %d changes', async (atMost) => {
    await expect(waysOf(RIGHT, {}, atMost)).rejects.toThrow(RangeError);
  });
});
