import { describe, expect, test } from 'vitest';

import { checkAxis } from '../../src/timeline/check-axis.ts';
import { followRequest } from '../../src/timeline/follow-request.ts';
import type { Timeline } from '../../src/timeline/timeline.ts';
import {
  deal,
  decline,
  EXCLUSIVITY,
  exercise,
  firstRefusal,
  NOTICE,
  REFUSAL,
  SOURCE,
  VOCABULARY,
} from '../support/judged-question.ts';
import { checkedRequest, loadedPack } from '../support/load-documents.ts';

/** The words of the packs, with what counts and what happens. */
const WORDS = VOCABULARY.replace(
  'readings:',
  `  launch: { type: event, question: Was it launched? }
  fair: { type: assessment, question: Is it fair? }
  expiry: { type: date, question: When does it expire? }
happenings:
  order: { means: an order, amounts: { megawatts: { unit: MW } } }
measures:
  ordered: { means: what was ordered, sums: { order: megawatts }, over: { calendar: year }, in: current }
readings:`,
);

interface Asked {
  readonly clauses: string;
  readonly effective?: string;
  readonly more?: Readonly<Record<string, string>>;
  readonly request?: Record<string, unknown>;
  readonly along?: object;
}

async function timelineOf({
  clauses,
  effective = '{ from: 2024-01-01 }',
  more = {},
  request = {},
  along = {},
}: Asked): Promise<Timeline> {
  const deed = `
instrument: deed-1
title: Deed
parties: [buyer, incumbent]
basis: text
effective: ${effective}
clauses:
${clauses}
`;
  const pack = loadedPack({ 'pack.yaml': WORDS, 'deed.yaml': deed, ...more });
  const document = {
    actor: 'buyer',
    date: '2025-03-31',
    acts: ['procure'],
    providers: ['rival'],
    ...request,
  };
  const axis = checkAxis(pack, { from: '2025-01-01', to: '2025-12-31', ...along }, '');
  if (!axis.ok) throw new Error(JSON.stringify(axis.diagnostics));
  const timeline = await followRequest(pack, checkedRequest(pack, document), axis.value);
  if (!timeline.ok) throw new Error(JSON.stringify(timeline.diagnostics));
  return timeline.value;
}

/** Each piece by where it begins, what is possible in it, and what makes it. */
async function piecesOf(asked: Asked): Promise<readonly string[]> {
  const { providers } = await timelineOf(asked);
  return (providers[0]?.pieces ?? []).map(({ from, fromExcluded, possible, because }) => {
    const causes = because.map(({ kind, clause }) => `${kind} ${clause}`);
    return [`${fromExcluded === true ? '>' : ''}${String(from)} ${possible.join('|')}`, ...causes].join('; ');
  });
}

const AMENDMENT = `
instrument: deed-2
title: Amendment
parties: [buyer, incumbent]
basis: announcement
effective: { from: 2025-07-01, possibly-from: 2025-06-01 }
ends: [exclusive]
`;

/** Exclusivity with more to it. */
const exclusive = (more: string): string => `${EXCLUSIVITY.slice(0, -1)}, ${more} }`;

describe('the edges of a timeline', () => {
  const cases: readonly [string, Asked, readonly string[]][] = [
    [
      'an instrument takes effect',
      { clauses: EXCLUSIVITY, effective: '{ from: 2025-05-01 }' },
      ['2025-01-01 permitted', '2025-05-01 prohibited; starts exclusive'],
    ],
    [
      'one may have taken effect in a band of days',
      { clauses: EXCLUSIVITY, effective: '{ from: 2025-05-08, possibly-from: 2025-05-01 }' },
      [
        '2025-01-01 permitted',
        '2025-05-01 prohibited|permitted; may-have-started exclusive',
        '2025-05-08 prohibited; started-for-certain exclusive',
      ],
    ],
    [
      'another instrument ends a clause in a band of days',
      { clauses: EXCLUSIVITY, more: { 'b.yaml': AMENDMENT } },
      [
        '2025-01-01 prohibited',
        '2025-06-01 prohibited|permitted; may-have-ended exclusive',
        '2025-07-01 permitted; ended-for-certain exclusive',
      ],
    ],
    [
      'a clause ends on its day, and another by an event',
      {
        clauses: [
          exclusive('until: 2025-04-01'),
          exclusive('until: { event: launch }').replace('id: exclusive', 'id: second'),
        ].join('\n'),
        request: { facts: { launch: '2025-03-01' } },
      },
      ['2025-01-01 prohibited', '2025-04-01 permitted; ends exclusive'],
    ],
    [
      'a day is counted from one that the request states',
      {
        clauses: exclusive('until: { after: 2 months, of: { fact: expiry } }'),
        request: { facts: { expiry: '2025-03-31' } },
      },
      ['2025-01-01 prohibited', '2025-05-31 permitted; ends exclusive'],
    ],
    [
      'a scope reads the date',
      { clauses: exclusive('when: { date: { before: 2025-09-10 } }') },
      ['2025-01-01 prohibited', '2025-09-10 permitted; scope exclusive'],
    ],
    [
      'a window ends, and a release after it',
      { clauses: REFUSAL, request: deal('2025-03-31', [NOTICE], '2025-12-31') },
      [
        '2025-01-01 first-refusal',
        '2025-04-01 permitted; procedure refusal',
        '2025-06-30 first-refusal; procedure refusal',
      ],
    ],
    [
      'how long a month is hangs on the day of the band on which another instrument started',
      {
        clauses: `
- { id: thirty, title: Thirty, kind: permission, act: procure, survives: 30 calendar-days, ${SOURCE} }
- { id: month, title: Month, kind: prohibition, act: procure, survives: 1 months, ${SOURCE} }`,
        more: {
          'b.yaml': AMENDMENT.replace('[exclusive]', '[thirty, month]')
            .replace('2025-07-01', '2025-03-20')
            .replace('2025-06-01', '2025-01-10'),
        },
      },
      [
        '2025-01-01 conflicted',
        '2025-02-09 prohibited|conflicted; may-have-ended thirty',
        '2025-02-10 prohibited|conflicted|permitted; may-have-ended month',
        '2025-02-28 conflicted|permitted; other month; other thirty',
        '2025-03-31 prohibited|conflicted|permitted; other month; other thirty',
        '2025-04-19 prohibited|permitted; ended-for-certain thirty',
        '2025-04-20 permitted; ended-for-certain month',
      ],
    ],
    [
      'a decline releases, for a time',
      { clauses: REFUSAL, request: deal('2025-03-31', [NOTICE, decline('2025-03-10')], '2025-12-31') },
      [
        '2025-01-01 first-refusal',
        '2025-03-10 permitted; procedure refusal',
        '2025-06-09 first-refusal; procedure refusal',
      ],
    ],
    [
      'a record ends, and nothing is guessed after it',
      { clauses: REFUSAL, request: deal('2025-03-31', [NOTICE], '2025-03-15') },
      ['2025-01-01 first-refusal', '2025-03-16 prohibited|first-refusal|permitted; record-ends refusal'],
    ],
    [
      'a window of unknown length may be over after its first day',
      {
        clauses: firstRefusal('unknown', 'releases', 'none'),
        request: deal('2025-03-31', [NOTICE], '2025-12-31'),
      },
      ['2025-01-01 first-refusal', '2025-03-03 first-refusal|permitted; procedure refusal'],
    ],
    [
      'what was exercised after a window of unknown length may be released as long as a release can last',
      {
        clauses: firstRefusal('unknown', 'releases', '10 calendar-days'),
        request: deal('2025-03-31', [NOTICE, exercise('2025-03-20')], '2025-12-31'),
      },
      [
        '2025-01-01 first-refusal',
        '2025-03-03 first-refusal|permitted; procedure refusal',
        '2025-03-20 prohibited|first-refusal|permitted; procedure refusal',
        '2025-03-30 prohibited|first-refusal; procedure refusal',
      ],
    ],
    [
      'a measure reaches a figure, and a new period begins',
      {
        clauses: exclusive('when: { ordered: { at-least: 100 } }'),
        request: {
          date: '2026-02-28',
          happened: { 'complete-to': '2026-02-28', entries: [{ order: '2025-08-01', megawatts: 100 }] },
        },
        along: { to: '2026-02-28' },
      },
      [
        '2025-01-01 permitted',
        '2025-08-01 prohibited; scope exclusive',
        '2026-01-01 permitted; scope exclusive',
      ],
    ],
    [
      'an assessment is made',
      {
        clauses: exclusive('when: { fair: true }'),
        request: { assessments: { fair: { finding: true, by: 'a judge', on: '2025-02-03' } } },
      },
      ['2025-01-01 prohibited|permitted', '2025-02-03 prohibited; scope exclusive'],
    ],
    [
      'a number passes figures, from them on or beyond them',
      {
        clauses: [
          exclusive('when: { size: { at-least: 10, less-than: 20 } }'),
          exclusive('when: { size: { more-than: 50 } }').replace('id: exclusive', 'id: second'),
        ].join('\n'),
        request: { facts: { size: 5 } },
        along: { vary: 'size', from: 0, to: 100 },
      },
      [
        '0 permitted',
        '10 prohibited; scope exclusive',
        '20 permitted; scope exclusive',
        '>50 prohibited; scope second',
      ],
    ],
    [
      'the day of an event is another',
      {
        clauses: exclusive('until: { event: launch }'),
        along: { vary: 'launch' },
      },
      ['2025-01-01 permitted', '2025-04-01 prohibited; other exclusive'],
    ],
  ];

  test.each(cases)('%s', async (_, asked, expected) => {
    expect(await piecesOf(asked)).toEqual(expected);
  });

  test('say what happens, to which clause, on which source', async () => {
    const { providers } = await timelineOf({ clauses: EXCLUSIVITY, more: { 'b.yaml': AMENDMENT } });

    expect(providers[0]?.pieces[1]?.because).toEqual([
      {
        kind: 'may-have-ended',
        event: 'exclusive (Exclusive) may have ended from here on, by Amendment',
        clause: 'exclusive',
        title: 'Exclusive',
        source: { document: 'deed', title: 'Deed', date: '2024-01-01', grade: 'A', gradeMeans: 'certain' },
      },
    ]);
    expect(SOURCE).toContain('deed');
  });
});
