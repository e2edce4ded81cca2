import { describe, expect, test } from 'vitest';
import { checkRequest, readRequest } from '../../src/pack/check-request.ts';
import type { Request } from '../../src/pack/request.ts';
import { dayFromIso } from '../../src/vocabulary/day.ts';
import { codesOf, complaints, goodPack, goodTexts, valueOf } from './good-pack.ts';

const words = `
  customer: { type: enum, open: true, question: Who?, values: { government: a public body } }
  own-site: { type: boolean, question: Own? }
  operator: { type: party, question: Who? }
`;
const pack = goodPack({ 'pack.yaml': (goodTexts['pack.yaml'] ?? '').replace('facts:\n', `facts:${words}`) });
const least = { actor: 'buyer', date: '2025-06-01', acts: ['procure'] };
const deal = { id: 'deal 1/2025', counterparty: 'rival' };

function check(more: object): Request {
  return valueOf(checkRequest(pack, { ...least, ...more }));
}

describe('a request', () => {
  test('that says the least asks about every provider of the pack', () => {
    const { digest, ...request } = check({});

    expect(request).toEqual({
      actor: 'buyer',
      date: dayFromIso('2025-06-01'),
      acts: ['procure'],
      providers: ['seller', 'rival'],
      providersNamed: false,
      facts: {},
      readings: {},
    });
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
  });

  test('does not ask about the actor as its own provider', () => {
    expect(check({ actor: 'seller' }).providers).toEqual(['rival']);
  });

  test('keeps the order of the providers that it names', () => {
    expect(check({ providers: ['other', 'rival', 'seller'] })).toMatchObject({
      providers: ['other', 'rival', 'seller'],
      providersNamed: true,
    });
  });

  test('takes facts of every type, and leaves out those that are said to be unknown', () => {
    const facts = {
      size: 'small',
      customer: 'other',
      megawatts: 0.5,
      delivery: '2026-01-01',
      'own-site': false,
      operator: 'other',
    };

    expect(check({ facts: { ...facts, price: 'unknown' } }).facts).toEqual({
      ...facts,
      delivery: dayFromIso('2026-01-01'),
    });
  });

  test('names the quantities in which it may be made smaller, one or several', () => {
    const facts = { megawatts: 5, price: 0 };

    expect(check({ facts, divisible: 'price' }).divisible).toEqual(['price']);
    expect(check({ facts, divisible: ['price', 'megawatts'] }).divisible).toEqual(['price', 'megawatts']);
    expect(check({ facts })).not.toHaveProperty('divisible');
    expect(check({ facts, divisible: 'price' }).digest).not.toBe(check({ facts }).digest);
  });

  test('is frozen, and its facts have no prototype', () => {
    const { facts, readings, acts } = check({ readings: { 'R-1': 'yes-it-does' } });

    expect([facts, readings, acts].every((part) => Object.isFrozen(part))).toBe(true);
    expect([Object.getPrototypeOf(facts), Object.getPrototypeOf(readings)]).toEqual([null, null]);
  });

  test('is the same as text and as a value', () => {
    const text = 'actor: buyer\ndate: 2025-06-01\nacts: [procure]\nfacts: { megawatts: 5 }\n';
    const json = JSON.stringify({ ...least, facts: { megawatts: 5 } });

    const value = check({ facts: { megawatts: 5 } });

    expect(valueOf(readRequest(pack, text, 'request.yaml'))).toEqual(value);
    expect(valueOf(readRequest(pack, json, 'request.json'))).toEqual(value);
  });

  test('has a digest of what it means', () => {
    const facts = { size: 'small', megawatts: 5 };
    const same = [
      check({ facts }),
      check({ facts: { megawatts: 5, size: 'small' } }),
      check({ facts: { ...facts, price: 'unknown' } }),
      check({ facts, providers: ['seller', 'rival'] }),
    ];
    const others = [
      check({}),
      check({ facts: { ...facts, size: 'large' } }),
      check({ facts, date: '2025-06-02' }),
    ];

    expect(new Set(same.map(({ digest }) => digest)).size).toBe(1);
    expect(new Set([...same, ...others].map(({ digest }) => digest)).size).toBe(4);
  });
});

const MISTAKES: readonly (readonly [more: object, complaint: string])[] = [
  [{ actor: undefined }, 'shape/missing-key request'],
  [{ date: undefined }, 'shape/missing-key request'],
  [{ acts: undefined }, 'shape/missing-key request'],
  [{ actor: 'byer' }, 'request/undeclared-party actor'],
  [{ actor: 'other' }, 'request/undeclared-party actor'],
  [{ actor: null }, 'shape/wrong-value actor'],
  [{ actor: ['buyer'] }, 'shape/wrong-value actor'],
  [{ date: '2025-02-30' }, 'shape/impossible-date date'],
  [{ date: '01.06.2025' }, 'shape/wrong-value date'],
  [{ date: 20250601 }, 'shape/wrong-value date'],
  [{ acts: [] }, 'shape/empty acts'],
  [{ acts: 'procure' }, 'shape/wrong-value acts'],
  [{ acts: ['procure', 'procure'] }, 'shape/repeated acts[1]'],
  [{ acts: ['procure', 'sell'] }, 'request/undeclared-act acts[1]'],
  [{ acts: [{}] }, 'shape/wrong-value acts[0]'],
  [{ providers: [] }, 'shape/empty providers'],
  [{ providers: ['rival', 'rival'] }, 'shape/repeated providers[1]'],
  [{ providers: ['nobody'] }, 'request/undeclared-party providers[0]'],
  [{ providers: 'rival' }, 'shape/wrong-value providers'],
  [{ facts: [] }, 'shape/wrong-value facts'],
  [{ facts: 'size' }, 'shape/wrong-value facts'],
  [{ facts: { sise: 'small' } }, 'request/undeclared-fact facts.sise'],
  [{ facts: { constructor: 'small' } }, 'request/undeclared-fact facts.constructor'],
  [{ facts: { ['__proto__']: 'small' } }, 'request/undeclared-fact facts.__proto__'],
  [{ facts: { 'R-1': 'yes-it-does' } }, 'request/undeclared-fact facts.R-1'],
  [{ facts: { size: 'medium' } }, 'request/undeclared-value facts.size'],
  [{ facts: { size: 'other' } }, 'request/undeclared-value facts.size'],
  [{ facts: { size: 5 } }, 'request/unfit-value facts.size'],
  [{ facts: { size: ['small'] } }, 'request/unfit-value facts.size'],
  [{ facts: { size: null } }, 'request/unfit-value facts.size'],
  [{ facts: { customer: 'company' } }, 'request/undeclared-value facts.customer'],
  [{ facts: { megawatts: '5' } }, 'request/unfit-value facts.megawatts'],
  [{ facts: { megawatts: Number.NaN } }, 'request/unfit-value facts.megawatts'],
  [{ facts: { megawatts: Infinity } }, 'request/unfit-value facts.megawatts'],
  [{ facts: { 'own-site': 'yes' } }, 'request/unfit-value facts.own-site'],
  [{ facts: { delivery: '2025-02-30' } }, 'shape/impossible-date facts.delivery'],
  [{ facts: { delivery: 'soon' } }, 'request/unfit-value facts.delivery'],
  [{ facts: { operator: 'nobody' } }, 'request/undeclared-party facts.operator'],
  [{ divisible: [] }, 'shape/empty divisible'],
  [{ divisible: {} }, 'shape/wrong-value divisible'],
  [{ divisible: true }, 'shape/wrong-value divisible'],
  [{ divisible: 'megawats' }, 'request/undeclared-fact divisible'],
  [{ divisible: ['constructor'] }, 'request/undeclared-fact divisible[0]'],
  [{ divisible: 'R-1' }, 'request/undeclared-fact divisible'],
  [{ divisible: ['delivery'], facts: { delivery: '2026-01-01' } }, 'request/indivisible-fact divisible[0]'],
  [{ divisible: 'megawatts' }, 'request/quantity-not-stated divisible'],
  [{ divisible: ['megawatts'], facts: { megawatts: 'unknown' } }, 'request/quantity-not-stated divisible[0]'],
  [{ divisible: ['megawatts'], facts: { megawatts: '5' } }, 'request/unfit-value facts.megawatts'],
  [{ divisible: ['price', 'price'], facts: { price: 5 } }, 'shape/repeated divisible[1]'],
  [{ readings: { 'R-2': 'yes-it-does' } }, 'request/undeclared-reading readings.R-2'],
  [{ readings: { 'R-1': 'perhaps' } }, 'request/undeclared-option readings.R-1'],
  [{ readings: { 'R-1': 'unknown' } }, 'request/undeclared-option readings.R-1'],
  [{ readings: { 'R-1': true } }, 'request/unfit-value readings.R-1'],
  [{ actors: 'buyer' }, 'shape/unknown-key actors'],
  [{ actor: undefined, actr: 'buyer' }, 'shape/unknown-key actr'],
  [{ ['__proto__']: {} }, 'shape/unknown-key __proto__'],
  [{ opportunity: {} }, 'shape/empty opportunity'],
  [{ opportunity: { id: 'x' } }, 'shape/missing-key opportunity'],
  [{ opportunity: { ...deal, id: 7 } }, 'shape/wrong-value opportunity.id'],
  [{ opportunity: { ...deal, counterparty: 'nobody' } }, 'request/undeclared-party opportunity.counterparty'],
  [{ opportunity: { ...deal, 'complete-to': 'today' } }, 'shape/wrong-value opportunity.complete-to'],
  [{ opportunity: { ...deal, completeTo: '2025-01-01' } }, 'shape/unknown-key opportunity.completeTo'],
  [{ opportunity: { ...deal, events: {} } }, 'shape/wrong-value opportunity.events'],
  ...[
    ['offered', 'shape/wrong-value'],
    [{}, 'shape/missing-key'],
    [{ to: 'seller' }, 'shape/missing-key'],
    [{ offer: '2025-01-01', signature: '2025-01-01' }, 'shape/wrong-value'],
    [{ notice: '2025-01-01' }, 'request/holder-needed'],
    [{ consent: '2025-01-01' }, 'shape/missing-key'],
    [{ refusal: '2025-01-01' }, 'shape/missing-key'],
    [{ exercise: '2025-01-01', by: 'seller' }, 'request/response-without-notice'],
  ].map(
    ([event, code]) =>
      [{ opportunity: { ...deal, events: [event] } }, `${code as string} opportunity.events[0]`] as const,
  ),
  ...[
    [{ notise: '2025-01-01', to: 'seller' }, 'shape/unknown-key', 'notise'],
    [{ offer: '2025-02-30' }, 'shape/impossible-date', 'offer'],
    [{ offer: '2025-01-01', by: 'seller' }, 'shape/unknown-key', 'by'],
    [{ notice: '2025-01-01', to: 'nobody' }, 'request/undeclared-party', 'to'],
    [{ notice: '2025-01-01', to: 'seller', contains: 'price' }, 'shape/wrong-value', 'contains'],
    [{ notice: '2025-01-01', to: 'seller', contains: ['price', 'price'] }, 'shape/repeated', 'contains[1]'],
    [{ notice: '2025-01-01', to: 'seller', contains: [5] }, 'shape/wrong-value', 'contains[0]'],
    [{ consent: '2025-01-01', by: 'other' }, 'request/undeclared-party', 'by'],
  ].map(
    ([event, code, key]) =>
      [
        { opportunity: { ...deal, events: [event] } },
        `${code as string} opportunity.events[0].${key as string}`,
      ] as const,
  ),
];

describe('a request with one mistake gives one diagnostic', () => {
  test.each(MISTAKES)('%j: %s', (more, complaint) => {
    expect(complaints(checkRequest(pack, { ...least, ...more }))).toEqual([complaint]);
  });

  test.each([[[]], ['text'], [5], [null], [true]])('%j is no request', (document) => {
    expect(codesOf(checkRequest(pack, document))).toEqual([expect.stringMatching(/^shape\//)]);
  });

  test('at its place in the text', () => {
    const text = 'actor: buyer\ndate: 2025-06-01\nacts: [procure]\nfacts:\n  sise: small\n';

    expect(complaints(readRequest(pack, text, 'r.yaml'))).toEqual(['request/undeclared-fact r.yaml:5:3']);
    expect(codesOf(readRequest(pack, '{', 'r.yaml'))).toEqual(['yaml/syntax']);
    expect(codesOf(readRequest(pack, `${text}# ${'x'.repeat(200_000)}`, 'r.yaml'))).toEqual([
      'file/too-large',
    ]);
  });

  test('however hostile and long it is', () => {
    const long = 'a'.repeat(100_000);
    const wrong = {
      ...least,
      actor: long,
      date: `${long}-01-01`,
      facts: { [long]: long, megawatts: `${'1'.repeat(100_000)}x` },
    };

    const checked = checkRequest(pack, wrong);

    expect(codesOf(checked)).toHaveLength(4);
    const messages = checked.ok ? [] : checked.diagnostics.map(({ message }) => message.length);
    expect(Math.max(...messages)).toBeLessThan(300);
  });
});
