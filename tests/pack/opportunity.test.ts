import { describe, expect, test } from 'vitest';
import { checkRequest } from '../../src/pack/check-request.ts';
import type { Request } from '../../src/pack/request.ts';
import { dayFromIso, isoFromDay } from '../../src/vocabulary/day.ts';
import { codesOf, goodPack, goodTexts, valueOf } from './good-pack.ts';

const pack = goodPack();
const oneHolder = goodPack({
  'offers.yaml': (goodTexts['offers.yaml'] ?? '').replace('holder: rival', 'holder: seller'),
});
const least = { actor: 'buyer', date: '2025-06-01', acts: ['procure'] };
const deal = { id: 'deal 1/2025', counterparty: 'rival' };

function check(more: object): Request {
  return valueOf(checkRequest(pack, { ...least, ...more }));
}

describe('an opportunity', () => {
  const events = [
    { signature: '2025-05-01' },
    { decline: '2025-03-10', by: 'seller' },
    { notice: '2025-03-10', to: 'seller', contains: [] },
    { offer: '2025-03-01' },
  ];

  test('has its events by day, and in writing order within a day', () => {
    const { opportunity } = check({ opportunity: { ...deal, events } });

    expect(opportunity?.events.map(({ is, on }) => `${isoFromDay(on)} ${is}`)).toEqual([
      '2025-03-01 offer',
      '2025-03-10 decline',
      '2025-03-10 notice',
      '2025-05-01 signature',
    ]);
  });

  test('does not say what a notice contained unless it is written', () => {
    const notices = [
      { notice: '2025-03-10', to: 'seller' },
      { notice: '2025-03-11', to: 'seller', contains: [] },
    ];

    const { opportunity } = check({ opportunity: { ...deal, events: notices } });

    expect(opportunity?.events).toEqual([
      { is: 'notice', on: dayFromIso('2025-03-10'), party: 'seller' },
      { is: 'notice', on: dayFromIso('2025-03-11'), party: 'seller', contains: [] },
    ]);
  });

  test.each([
    [{ events, 'complete-to': '2025-05-20' }, '2025-05-20'],
    [{ events }, '2025-05-01'],
    [{ events: [] }, '2025-06-01'],
    [{}, '2025-06-01'],
  ])('%j is a record complete to %s', (more, completeTo) => {
    const { opportunity } = check({ opportunity: { ...deal, ...more } });

    expect(isoFromDay(opportunity?.completeTo ?? 0)).toBe(completeTo);
  });

  test('concerns the only holder of first rights where it names none', () => {
    const unnamed = [{ notice: '2025-03-01' }, { exercise: '2025-03-02' }];

    const { opportunity } = valueOf(
      checkRequest(oneHolder, { ...least, opportunity: { ...deal, events: unnamed } }),
    );

    expect(opportunity?.events.map((event) => ('party' in event ? event.party : ''))).toEqual([
      'seller',
      'seller',
    ]);
  });

  test('has answers only from a holder that had notice by that day', () => {
    const answered = (by: string, day: string) =>
      codesOf(
        checkRequest(pack, {
          ...least,
          opportunity: {
            ...deal,
            events: [
              { notice: '2025-03-10', to: 'seller' },
              { decline: day, by },
            ],
          },
        }),
      );

    expect(answered('seller', '2025-03-10')).toEqual([]);
    expect(answered('seller', '2025-03-09')).toEqual(['request/response-without-notice']);
    expect(answered('rival', '2025-03-11')).toEqual(['request/response-without-notice']);
  });

  test('keeps events after the request', () => {
    const later = [{ offer: '2030-01-01' }];

    expect(check({ opportunity: { ...deal, events: later } }).opportunity?.events).toHaveLength(1);
  });
});
