import { describe, expect, test } from 'vitest';
import { valueOf } from '../pack/good-pack.ts';
import { openReplaySide } from '../../src/replay/open-replay-side.ts';
import { replayDecisions } from '../../src/replay/replay-decisions.ts';
import { dayFromIso } from '../../src/vocabulary/day.ts';
import { answerWords, causeWords } from '../../src/replay/render/cause-words.ts';
import { amended, ASKED, EXAMPLE, onlyAnswer, recorded, replayedFrom, type Texts } from './example-record.ts';

const INSTRUMENT = (id: string, rest: string): string => `
instrument: ${id}
title: Another
parties: [buyer, incumbent]
basis: text
effective: { from: 2025-01-01 }
${rest}`;

const BAN = `clauses:
  - { id: ban, title: Ban, kind: prohibition, grantor: buyer, holder: incumbent, act: procure-capacity,
      providers: rival, source: { document: deed, grade: A } }
`;

const DEADLINE = {
  ...ASKED,
  opportunity: {
    id: 'site',
    counterparty: 'rival',
    'complete-to': '2025-03-31',
    events: [{ notice: '2025-03-15' }],
  },
};

interface Case {
  readonly what: string;
  readonly changes?: readonly (readonly [string, string])[];
  readonly more?: Texts;
  readonly asked?: object;
  readonly change: string;
  readonly causes: readonly string[];
  readonly together?: boolean;
}

const CASES: readonly Case[] = [
  {
    what: 'a changed scope, and not what changed besides',
    changes: [
      ['less-than: 5', 'less-than: 500'],
      ['title: Freedom', 'title: Liberty'],
      ['kind: exclusivity', 'kind: continued-use'],
    ],
    change: 'first-refusal → permitted',
    causes: [
      'amendment: supply-deed, clauses.first-refusal.except.small-orders.when.megawatts.less-than was 5, is 500',
    ],
  },
  {
    what: 'an instrument that ends the clause',
    more: { 'b.yaml': INSTRUMENT('release', 'ends: [first-refusal]\n') },
    change: 'first-refusal → permitted',
    causes: ['amendment: release now ends first-refusal'],
  },
  {
    what: 'a clause of an instrument that was added',
    more: { 'b.yaml': INSTRUMENT('amendment', BAN) },
    change: 'first-refusal → prohibited',
    causes: ['amendment: the clause ban of amendment, which was not there'],
  },
  {
    what: 'a clause that was taken out',
    changes: [
      ['id: first-refusal', 'id: second-refusal'],
      ['[first-refusal]', '[second-refusal]'],
      ['kind: first-refusal', 'kind: first-offer'],
    ],
    change: 'first-refusal as before, for other reasons',
    causes: [
      'amendment: the clause first-refusal of supply-deed, which is gone',
      'amendment: the clause second-refusal of supply-deed, which was not there',
      'amendment: supply-deed, clauses.own-sites.notwithstanding.second-refusal, which was not there (without it the rest makes no sense)',
    ],
    together: true,
  },
  {
    what: 'the day on which an instrument starts',
    changes: [['from: 2024-01-01', 'from: 2026-01-01']],
    change: 'first-refusal → permitted',
    causes: ['date: supply-deed, effective.from was 2024-01-01, is 2026-01-01'],
  },
  {
    what: 'an assumed value on which only a deadline rests',
    changes: [['assume: 30 calendar-days', 'assume: 45 calendar-days']],
    asked: DEADLINE,
    change: 'first-refusal as before, for other reasons',
    causes: [
      'assumption: supply-deed, clauses.first-refusal.procedure.response.within.assume was 30 calendar-days, is 45 calendar-days',
    ],
  },
  {
    what: 'a reading that the pack has begun to assume',
    changes: [
      [
        'any-order: every order counts }',
        'any-order: every order counts }\n    assume: only-growth\n    because: usual',
      ],
    ],
    asked: { ...ASKED, facts: { ...ASKED.facts, 'own-site': true } },
    change: 'undetermined (first-refusal or permitted) → permitted',
    causes: ['reading: readings.R-1 is not as it was'],
  },
  {
    what: 'a word that requests can no longer say',
    changes: [
      ['megawatts: { type', 'power: { type'],
      ['when: { megawatts', 'when: { power'],
    ],
    change: 'first-refusal → refused',
    causes: [
      'amendment: supply-deed, clauses.first-refusal.except.small-orders.when.megawatts {"less-than":5}, which is gone',
      'fact: facts.megawatts, which is gone',
    ],
    together: true,
  },
  {
    what: 'two changes that only together make it',
    changes: [
      ['less-than: 5', 'less-than: 500'],
      ['small-orders\n        when: { ', 'small-orders\n        when: { own-site: true, '],
    ],
    asked: { ...ASKED, facts: { ...ASKED.facts, 'own-site': true }, readings: { 'R-1': 'any-order' } },
    change: 'first-refusal → permitted',
    causes: [
      'amendment: supply-deed, clauses.first-refusal.except.small-orders.when.megawatts.less-than was 5, is 500',
    ],
  },
];

const LATER = `
instrument: later
title: Later
parties: [buyer, incumbent]
basis: text
effective: { from: 2026-01-01 }
ends: [ban]
`;

describe('what made the difference', () => {
  test.each(CASES)(
    'is $what',
    async ({ changes = [], more = {}, asked = ASKED, change, causes, together = false }) => {
      const after = { ...amended(EXAMPLE, ...changes), ...more };

      const answer = onlyAnswer(await replayedFrom(await recorded(EXAMPLE, asked), after, EXAMPLE));

      expect(answer.causes.map(causeWords)).toEqual(causes);
      expect(answerWords(answer)).toBe(`Rival Cloud: ${change}`);
      expect(answer.together).toBe(together);
      expect(answer.unattributed).toBeUndefined();
    },
  );

  test('is each thing that makes it alone', async () => {
    const before = amended(EXAMPLE, ['when: { megawatts', 'when: { own-site: true, megawatts']);
    const after = amended(
      before,
      ['own-site: true, megawatts', 'own-site: false, megawatts'],
      ['less-than: 5', 'less-than: 500'],
    );

    const answer = onlyAnswer(await replayedFrom(await recorded(before), after, before));

    const scope = 'amendment: supply-deed, clauses.first-refusal.except.small-orders.when';
    expect(answer.causes.map(causeWords)).toEqual([
      `${scope}.own-site was true, is false`,
      `${scope}.megawatts.less-than was 5, is 500`,
    ]);
    expect(answer).toMatchObject({ result: 'flipped', together: false });
  });

  test('is told apart from what only has to be put back for the rest to make sense', async () => {
    const after = { ...EXAMPLE, 'b.yaml': INSTRUMENT('amendment', BAN), 'c.yaml': LATER };

    const replay = await replayedFrom(await recorded(EXAMPLE), after, EXAMPLE);

    expect(onlyAnswer(replay)).toMatchObject({ after: 'prohibited', together: true });
    expect(onlyAnswer(replay).causes.map(causeWords)).toEqual([
      'amendment: the clause ban of amendment, which was not there',
      'amendment: later now ends ban (without it the rest makes no sense)',
    ]);
  });

  test('is found once for decisions that are the same', async () => {
    const decision = await recorded(EXAMPLE);
    const after = valueOf(openReplaySide(amended(EXAMPLE, ['less-than: 5', 'less-than: 500'])));
    const before = valueOf(openReplaySide(EXAMPLE));
    const again = { ...decision, place: { ...decision.place, line: 2 } };

    const { decisions } = await replayDecisions([decision, again], { after, before, trials: 200 });
    const [first, second] = decisions;

    expect(second).toEqual({ ...first, line: 2 });
    expect(first?.answers[0]?.causes).toHaveLength(1);
  });

  test('is the day, where all are asked on another', async () => {
    const day = dayFromIso('2023-06-01') ?? 0;

    const replay = await replayedFrom(await recorded(EXAMPLE), EXAMPLE, undefined, { day });

    expect(replay).toMatchObject({ day: '2023-06-01', flipped: 1 });
    expect(onlyAnswer(replay).causes).toEqual([
      { kind: 'date', part: 'date', change: 'changed', before: '2025-03-31', after: '2023-06-01' },
    ]);
  });

  test('is the program, where the rules and the request are the same', async () => {
    const decision = await recorded(amended(EXAMPLE, ['less-than: 5', 'less-than: 500']));
    const { digest } = (await recorded(EXAMPLE)).decision.pack;
    const forged = {
      ...decision,
      decision: { ...decision.decision, pack: { ...decision.decision.pack, digest } },
    };

    const without = onlyAnswer(await replayedFrom(forged, EXAMPLE));
    const withBefore = onlyAnswer(
      await replayedFrom(forged, amended(EXAMPLE, ['title: A worked', 'title: Another']), EXAMPLE),
    );

    expect(without.causes).toEqual([{ kind: 'program', change: 'changed' }]);
    expect(withBefore.causes).toEqual([{ kind: 'program', change: 'changed' }]);
  });
});

describe('what made the difference is not said', () => {
  const AFTER = amended(EXAMPLE, ['less-than: 5', 'less-than: 500']);

  test('without the rules of then', async () => {
    const answer = onlyAnswer(await replayedFrom(await recorded(EXAMPLE), AFTER));

    expect(answer).toMatchObject({ result: 'flipped', causes: [] });
    expect(answer.unattributed).toMatch(/^the rules of then \([0-9a-f]{12}\) are not at hand to be tried$/);
  });

  test('where other rules are named as those of then, and answer otherwise', async () => {
    const other = amended(EXAMPLE, ['less-than: 5', 'less-than: 400']);

    const answer = onlyAnswer(await replayedFrom(await recorded(EXAMPLE), AFTER, other));

    expect(answer.causes).toEqual([]);
    expect(answer.unattributed).toContain('are not the rules of then');
  });

  test('where it would take more trials than are allowed', async () => {
    const after = amended(AFTER, ['title: A worked', 'title: Another']);

    const some = onlyAnswer(await replayedFrom(await recorded(EXAMPLE), after, EXAMPLE, { trials: 1 }));
    const none = onlyAnswer(await replayedFrom(await recorded(EXAMPLE), after, EXAMPLE, { trials: 0 }));

    expect([some.causes.length, none.causes.length]).toEqual([1, 0]);
    expect(some.unattributed).toBe('gave up after 1 trial');
    expect(none.unattributed).toBe('gave up after 0 trials');
  });
});

describe('a decision', () => {
  test('that rests on no assumptions is asked again without them', async () => {
    const asked = {
      ...ASKED,
      opportunity: {
        id: 'site',
        counterparty: 'rival',
        'complete-to': '2025-03-31',
        events: [{ notice: '2025-02-15' }],
      },
    };
    const open = await recorded(EXAMPLE, asked, 'open');
    const stated = await recorded(EXAMPLE, asked);

    expect(open.decision.answers[0]?.outcome).not.toBe(stated.decision.answers[0]?.outcome);
    for (const decision of [open, stated])
      expect(await replayedFrom(decision, EXAMPLE)).toMatchObject({ unchanged: 1, flipped: 0 });
  });

  test('of all providers is about those that there were', async () => {
    const { providers, ...all } = ASKED;
    const after = amended(EXAMPLE, ['rival: {', 'newcomer: { name: Newcomer, provider: true }\n  rival: {']);

    const { decisions } = await replayedFrom(await recorded(EXAMPLE, all), after, EXAMPLE);

    expect(providers).toEqual(['rival']);
    expect(decisions[0]).toMatchObject({ result: 'unchanged' });
    expect(decisions[0]?.answers.map(({ provider }) => provider)).toEqual(['incumbent', 'rival']);
  });
});
