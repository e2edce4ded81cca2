import { describe, expect, test } from 'vitest';
import { readRequest } from '../../../src/pack/check-request.ts';
import { complaints, goodPack } from '../good-pack.ts';
import { saidAboutEvent, schemaAgainstEvent } from './recorded-event.ts';

const exercise = { exercise: '2025-03-09', by: 'seller' };
const change = { change: '2025-03-09' };
const notice = { notice: '2025-03-09', to: 'seller' };
const waiver = { waiver: '2025-03-09', by: 'seller' };
const part = (taken: unknown, of: unknown) => ({ ...exercise, takes: { megawatts: { taken, of } } });
const proto = (value: unknown): unknown => JSON.parse(`{ "__proto__": ${JSON.stringify(value)} }`);

/** How an event is written wrongly: the event, the code, the part, and what the hint says. */
const MISTAKES: readonly (readonly [unknown, string, string, string])[] = [
  [{ intention: '2025-03-09' }, 'shape/unknown-key', 'intention', 'did you mean `intent`?'],
  [{ 'letter-of-intend': '2025-03-09' }, 'shape/unknown-key', 'letter-of-intend', '`letter-of-intent`?'],
  [{ exercize: '2025-03-09', by: 'seller' }, 'shape/unknown-key', 'exercize', 'did you mean `exercise`?'],
  [{ loi: '2025-03-09' }, 'shape/missing-key', '', 'an event is one of `intent`'],
  [{ ...notice, decline: '2025-03-09' }, 'shape/wrong-value', '', 'a map of its own'],
  [{ intent: '2025-03-09', offer: '2025-03-10' }, 'shape/wrong-value', '', 'a map of its own'],
  [{ intent: '2025-03-09', by: 'seller' }, 'shape/unknown-key', 'by', 'the keys here are `intent`'],
  [{ information: '2025-03-09', by: 'seller' }, 'shape/unknown-key', 'by', '`information` and `to`'],
  [{ interest: '2025-03-09', to: 'seller' }, 'shape/unknown-key', 'to', '`interest` and `by`'],
  [{ interest: '2025-03-09' }, 'request/holder-needed', '', 'write `by: …` with `rival` or `seller`'],
  [{ information: '2025-03-09' }, 'request/holder-needed', '', 'write `to: …`'],
  [{ interest: '2025-02-30', by: 'seller' }, 'shape/impossible-date', 'interest', ''],
  [{ ...notice, given: '2025-03-10' }, 'request/given-after-receipt', 'given', 'correct one of the days'],
  [{ ...notice, given: 'by mail' }, 'shape/wrong-value', 'given', ''],
  [{ ...notice, received: '2025-03-10' }, 'shape/unknown-key', 'received', ''],
  [
    { ...exercise, takes: { size: { taken: 1, of: 2 } } },
    'request/indivisible-fact',
    'takes.size',
    '`megawatts` and `price`',
  ],
  [
    { ...exercise, takes: { megawats: { taken: 1, of: 2 } } },
    'request/undeclared-fact',
    'takes.megawats',
    '`megawatts`?',
  ],
  [{ ...exercise, takes: proto({ taken: 1, of: 2 }) }, 'request/undeclared-fact', 'takes.__proto__', ''],
  [
    { ...exercise, takes: { megawatts: { taken: 1, of: 2 }, price: { taken: 1, of: 2 } } },
    'shape/wrong-value',
    'takes',
    'the quantity that the deal is divided by',
  ],
  [{ ...exercise, takes: {} }, 'shape/empty', 'takes', ''],
  [{ ...exercise, takes: 'all' }, 'shape/wrong-value', 'takes', ''],
  [{ ...exercise, takes: null }, 'shape/wrong-value', 'takes', ''],
  [
    { ...exercise, takes: { megawatts: 120 } },
    'shape/wrong-value',
    'takes.megawatts',
    '`{ taken: 120, of: 200 }`',
  ],
  [{ ...exercise, takes: { megawatts: { taken: 1 } } }, 'shape/missing-key', 'takes.megawatts', ''],
  [part(200, 200), 'request/part-not-less', 'takes.megawatts.taken', 'leave `takes` out'],
  [part(201, 200), 'request/part-not-less', 'takes.megawatts.taken', 'leave `takes` out'],
  [part(0, 200), 'request/part-not-less', 'takes.megawatts.taken', 'leave `takes` out'],
  [part(-1, 200), 'request/part-not-less', 'takes.megawatts.taken', 'leave `takes` out'],
  [part('half', 200), 'request/unfit-value', 'takes.megawatts.taken', ''],
  [part(Number.NaN, 200), 'request/unfit-value', 'takes.megawatts.taken', ''],
  [part(1, '2 GW'), 'request/undeclared-unit', 'takes.megawatts.of', ''],
  [{ ...exercise, differs: {} }, 'shape/empty', 'differs', ''],
  [{ ...exercise, differs: ['price'] }, 'shape/wrong-value', 'differs', ''],
  [change, 'shape/missing-key', '', ''],
  [{ ...change, of: {} }, 'shape/empty', 'of', ''],
  [{ ...change, of: { price: 'lowr' } }, 'shape/wrong-value', 'of.price', 'did you mean `lower`?'],
  [
    { ...change, of: { place: 'to Abilene' } },
    'shape/wrong-value',
    'of.place',
    '`changed` for whatever has none',
  ],
  [{ ...change, of: { price: 92 } }, 'shape/wrong-value', 'of.price', 'write both numbers'],
  [{ ...change, of: { price: null } }, 'shape/wrong-value', 'of.price', ''],
  [{ ...change, of: { price: { from: 100 } } }, 'shape/missing-key', 'of.price', ''],
  [
    { ...change, of: { price: { from: '100 EUR', to: 92 } } },
    'shape/wrong-value',
    'of.price.from',
    'digits alone',
  ],
  [
    { ...change, of: { price: { from: 1e308, to: 92 } } },
    'shape/wrong-value',
    'of.price.from',
    'a larger unit',
  ],
  [{ ...change, of: { price: { from: 1, to: Number.NaN } } }, 'shape/wrong-value', 'of.price.to', ''],
  [{ ...change, of: { price: { from: -Infinity, to: 1 } } }, 'shape/wrong-value', 'of.price.from', ''],
  [{ ...change, of: proto('lower') }, 'shape/bad-id', 'of.__proto__', 'an id is a letter'],
  [{ ...waiver, of: ['seller-frist'] }, 'request/unknown-clause', 'of[0]', 'did you mean `seller-first`?'],
  [{ ...waiver, of: ['rival-second'] }, 'request/clause-not-owed', 'of[0]', '`seller-first` and `supply`'],
  [
    { ...waiver, by: 'buyer', of: ['supply'] },
    'request/clause-not-owed',
    'of[0]',
    'nothing is owed to `buyer`',
  ],
  [{ ...waiver, of: ['supply', 'supply'] }, 'shape/repeated', 'of[1]', ''],
  [{ ...waiver, of: [] }, 'shape/empty', 'of', ''],
  [{ ...waiver, of: 'supply' }, 'shape/wrong-value', 'of', 'write `[supply]`'],
  [{ ...waiver, 'any-terms': 'yes' }, 'shape/wrong-value', 'any-terms', 'write `true`'],
];

/** What only the loader sees: other parts of the document, sums, sizes. */
const UNSEEN = ['request/given-after-receipt', 'request/part-not-less', 'request/clause-not-owed'];

describe('an event with a mistake', () => {
  test.each(MISTAKES)('%j: %s at %s', (event, code, at, hint) => {
    expect(saidAboutEvent(event)).toEqual([{ code, at, hint: expect.stringContaining(hint) as string }]);
  });

  test('is refused by the schema of its pack as well, where that can be seen in one place', () => {
    const isJson = (event: unknown) => !/NaN|null/.test(String(JSON.stringify(event)));
    const passed = MISTAKES.filter(([event]) => isJson(event) && schemaAgainstEvent(event).length === 0);

    expect([...new Set(passed.map(([, code]) => code))].toSorted()).toEqual(UNSEEN.toSorted());
  });

  test('is shown where it stands in a file', () => {
    const lines = ['  - { notice: 2025-03-01, to: seller }', '  - { change: 2025-03-09, of: { price: 92 } }'];
    const head =
      'actor: buyer\ndate: 2025-06-01\nacts: [procure]\nopportunity:\n  id: deal\n  counterparty: rival\n  events:\n';

    const checked = readRequest(goodPack(), `${head}${lines.join('\n')}\n`, 'request.yaml');

    expect(complaints(checked)).toEqual(['shape/wrong-value request.yaml:9:40']);
  });
});
