import { describe, expect, test } from 'vitest';

import type { SettledOutcome } from '../../src/vocabulary/outcome.ts';
import {
  ask,
  deal,
  decline,
  exercise,
  EXCLUSIVITY,
  firstRefusal,
  NOTICE,
  REFUSAL,
  SOURCE,
  VOCABULARY,
} from '../support/judged-question.ts';
import { checkedRequest, loadedPack } from '../support/load-documents.ts';
import { TooManyCompletions } from '../support/naive-completion.ts';
import { evaluateNaively } from '../support/naive-evaluator.ts';

describe('the naive evaluator: one completion', () => {
  const cases: readonly [string, readonly unknown[], string, SettledOutcome][] = [
    ['nothing was offered', [], '2025-03-31', 'first-refusal'],
    ['T1: silence, on the last day of the window', [NOTICE], '2025-03-31', 'first-refusal'],
    ['T1: silence, on the day after the window', [NOTICE], '2025-04-01', 'permitted'],
    [
      'T2: a notice without the price',
      [{ ...NOTICE, contains: ['delivery'] }],
      '2025-06-01',
      'first-refusal',
    ],
    ['T3: a decline, on its own day', [NOTICE, decline('2025-03-10')], '2025-03-10', 'permitted'],
    ['T3: a decline, on day 90', [NOTICE, decline('2025-03-10')], '2025-06-08', 'permitted'],
    ['T3: a decline, on day 91', [NOTICE, decline('2025-03-10')], '2025-06-09', 'first-refusal'],
    ['T10: signed first, then told', [{ signature: '2025-02-20' }, NOTICE], '2025-04-01', 'first-refusal'],
    [
      'signed on the day of the decline',
      [NOTICE, decline('2025-03-10'), { signature: '2025-03-10' }],
      '2025-03-11',
      'permitted',
    ],
    [
      'signed in time, after the release',
      [NOTICE, decline('2025-03-10'), { signature: '2025-06-08' }],
      '2025-07-01',
      'permitted',
    ],
    [
      'signed and then declined on one day',
      [NOTICE, { signature: '2025-03-10' }, decline('2025-03-10')],
      '2025-03-11',
      'first-refusal',
    ],
    [
      'exercised and then signed',
      [NOTICE, exercise('2025-03-10'), { signature: '2025-03-10' }],
      '2025-03-11',
      'prohibited',
    ],
    ['an exercise in the window', [NOTICE, exercise('2025-03-31')], '2025-03-31', 'prohibited'],
    ['an exercise after the window', [NOTICE, exercise('2025-04-01')], '2025-04-01', 'permitted'],
    [
      'a decline of an incomplete notice',
      [{ ...NOTICE, contains: [] }, decline('2025-03-10')],
      '2025-03-10',
      'first-refusal',
    ],
    ['silence, on day 90 of the release', [NOTICE], '2025-06-29', 'permitted'],
    ['silence, on day 91 of the release', [NOTICE], '2025-06-30', 'first-refusal'],
  ];

  test.each(cases)('first refusal, %s', (_, events, date, outcome) => {
    const { possible, answer } = ask({ clauses: REFUSAL, request: deal(date, events) });

    expect(possible).toEqual([outcome]);
    expect(answer.completions).toHaveLength(1);
  });

  test('a window that never closes and a silence that never releases leave the holder to answer', () => {
    const open = firstRefusal('none', 'releases', 'none');
    const silent = firstRefusal('1 weeks', 'does-not-release', 'none');

    for (const clauses of [open, silent]) {
      expect(ask({ clauses, request: deal('2026-03-01', [NOTICE]) }).possible).toEqual(['first-refusal']);
      expect(ask({ clauses, request: deal('2026-03-01', [NOTICE, decline('2026-02-01')]) }).possible).toEqual(
        ['permitted'],
      );
      expect(
        ask({ clauses, request: deal('2026-03-01', [NOTICE, exercise('2026-02-01')]) }).possible,
      ).toEqual(['prohibited']);
    }
  });

  test('exclusivity reserves for the holder, and nobody outside the deal opposes it with a permission', () => {
    const permission = `
instrument: letter
title: Letter
parties: [buyer, rival]
basis: text
effective: { from: 2024-01-01 }
clauses:
- { id: permit, title: Permit, kind: permission, act: procure, ${SOURCE} }
`;
    const withAssent = permission.replace('basis:', 'assented-by: [incumbent]\nbasis:');
    const above = withAssent.replace('act:', 'notwithstanding: [exclusive], act:');
    const request = { providers: ['rival'] };

    expect(ask({ clauses: EXCLUSIVITY, request: { providers: ['incumbent'] } }).possible).toEqual([
      'permitted',
    ]);
    expect(ask({ clauses: EXCLUSIVITY, request }).possible).toEqual(['prohibited']);
    expect(ask({ clauses: EXCLUSIVITY, more: { 'l.yaml': permission }, request }).possible).toEqual([
      'prohibited',
    ]);
    expect(ask({ clauses: EXCLUSIVITY, more: { 'l.yaml': withAssent }, request }).possible).toEqual([
      'conflicted',
    ]);
    expect(ask({ clauses: EXCLUSIVITY, more: { 'l.yaml': above }, request }).possible).toEqual(['permitted']);
  });

  test('consent lifts a precondition for the counterparty until it is refused', () => {
    const clauses = `- { id: consent, title: Consent, kind: precondition, act: procure, step: { do: ask, by: buyer }, until: { consent-of: incumbent }, ${SOURCE} }`;
    const consent = { consent: '2025-03-02', by: 'incumbent' };
    const refusal = { refusal: '2025-03-02', by: 'incumbent' };

    expect(ask({ clauses }).possible).toEqual(['conditional']);
    expect(ask({ clauses, request: deal('2025-03-31', []) }).possible).toEqual(['conditional']);
    expect(ask({ clauses, request: deal('2025-03-31', [refusal, consent]) }).possible).toEqual(['permitted']);
    expect(ask({ clauses, request: deal('2025-03-31', [consent, refusal]) }).possible).toEqual([
      'prohibited',
    ]);
  });
});

describe('the naive evaluator: what is unknown', () => {
  test('a missing fact leaves both sides of a test, under negation too', () => {
    const clauses = `${EXCLUSIVITY.slice(0, -1)}, when: { not: { new: true } } }`;

    const { possible, turnsOn } = ask({ clauses });

    expect(possible).toEqual(['permitted', 'prohibited']);
    expect(turnsOn).toEqual(['new']);
  });

  test('tests that exclude each other are never met together', () => {
    const clauses = `${EXCLUSIVITY.slice(0, -1)}, when: { size: { more-than: 3 }, all: [{ size: { at-most: 3 } }] } }`;
    const interval = clauses.replace('at-most: 3', 'less-than: 3.5');
    const equal = clauses.replace('size: { at-most: 3 }', 'share: { at-most: 3 }, size: { same-as: share }');

    expect(ask({ clauses }).possible).toEqual(['permitted']);
    expect(ask({ clauses: interval }).possible).toEqual(['permitted', 'prohibited']);
    expect(ask({ clauses: equal }).possible).toEqual(['permitted']);
  });

  test('an instrument in its band is in force or not together with what it ends', () => {
    const amendment = `
instrument: deed-2
title: Amendment
parties: [buyer, incumbent]
basis: announcement
effective: { from: 2025-04-02, possibly-from: 2025-03-31 }
ends: [exclusive]
clauses:
- ${REFUSAL.trim().slice(2).replaceAll('\n', '\n')}
`;

    const { possible, turnsOn } = ask({ clauses: EXCLUSIVITY, more: { 'a.yaml': amendment } });

    expect(possible).toEqual(['first-refusal', 'prohibited']);
    expect(turnsOn).toEqual(['deed-2.effective']);
  });

  test('an assumed reading is settled, and open with assumptions opened even if the request takes it', () => {
    const clauses = `${EXCLUSIVITY.slice(0, -1)}, when: { R-1: wide } }`;
    const request = { readings: { 'R-1': 'wide' } };

    expect(ask({ clauses }).possible).toEqual(['permitted', 'prohibited']);
    expect(ask({ clauses, request }).possible).toEqual(['prohibited']);
    expect(ask({ clauses, request, assumptions: 'open' }).possible).toEqual(['permitted', 'prohibited']);
  });

  test('an unknown window frees from the day after the shortest', () => {
    const clauses = firstRefusal('unknown', 'releases', 'none');

    const early = ask({ clauses, request: deal('2025-03-02', [NOTICE]) });
    const later = ask({ clauses, request: deal('2025-03-03', [NOTICE]) });

    expect(early.possible).toEqual(['first-refusal']);
    expect(later.possible).toEqual(['first-refusal', 'permitted']);
    expect(later.turnsOn).toEqual(['refusal.response.within']);
  });

  test('days without a record may have seen anything, but not a window that had no time to close', () => {
    const unrecorded = ask({ clauses: REFUSAL, request: deal('2025-03-20', [], '2025-03-18') });
    const complete = ask({ clauses: REFUSAL, request: deal('2025-03-20', [], '2025-03-20') });
    const quiet = ask({
      clauses: firstRefusal('5 calendar-days', 'releases', '2 calendar-days').replace(
        '[price, delivery]',
        'none',
      ),
      request: deal('2025-03-20', [], '2025-03-12'),
    });

    expect(unrecorded.possible).toEqual(['first-refusal', 'permitted', 'prohibited']);
    expect(unrecorded.turnsOn).toEqual(['opportunity.complete-to']);
    expect(complete.possible).toEqual(['first-refusal']);
    expect(quiet.possible).toEqual(['first-refusal', 'permitted', 'prohibited']);
  });

  test('over several acts the worst counts within each completion', () => {
    const clauses = `
- { id: one, title: One, kind: prohibition, act: procure, when: { new: true }, ${SOURCE} }
- { id: two, title: Two, kind: precondition, act: distribute, when: { new: false }, step: { do: ask, by: buyer }, until: { size: 1 }, ${SOURCE} }`;

    const { answer, possible } = ask({
      clauses,
      request: { acts: ['procure', 'distribute'], facts: { size: 2 } },
    });

    expect([...(answer.acts.get('procure')?.possible ?? [])].sort()).toEqual(['permitted', 'prohibited']);
    expect([...(answer.acts.get('distribute')?.possible ?? [])].sort()).toEqual(['conditional', 'permitted']);
    expect(possible).toEqual(['conditional', 'prohibited']);
  });

  test('less of a deal is a condition where it helps, and an unknown limit may leave room for nothing', () => {
    const limit = (bound: string): string =>
      `- { id: cap, title: Cap, kind: prohibition, act: procure, when: { size: { more-than: ${bound} } }, ${SOURCE} }`;
    const request = { facts: { size: 5 }, divisible: 'size' };

    expect(ask({ clauses: limit('3'), request }).possible).toEqual(['conditional']);
    expect(ask({ clauses: limit('0'), request }).possible).toEqual(['prohibited']);
    expect(ask({ clauses: limit('3'), request: { facts: { size: 5 } } }).possible).toEqual(['prohibited']);
    expect(ask({ clauses: limit('unknown'), request }).possible).toEqual([
      'conditional',
      'permitted',
      'prohibited',
    ]);
  });

  test('a question beyond the budget is refused, never cut short', () => {
    const pack = loadedPack({
      'pack.yaml': VOCABULARY,
      'deed.yaml': `
instrument: deed-1
title: Deed
parties: [buyer, incumbent]
basis: text
effective: { from: 2024-01-01 }
clauses:
${EXCLUSIVITY.slice(0, -1)}, when: { new: true } }
`,
    });
    const request = checkedRequest(pack, { actor: 'buyer', date: '2025-03-31', acts: ['procure'] });
    const budget = { completions: 1, work: 1 };

    expect(() => evaluateNaively(pack, request, { assumptions: 'open', budget })).toThrow(TooManyCompletions);
  });
});
