import { describe, expect, test } from 'vitest';
import { checkRequest } from '../../../src/pack/check-request.ts';
import { dayFromIso } from '../../../src/vocabulary/day.ts';
import { codesOf, goodPack, goodTexts, instrumentOf, valueOf } from '../good-pack.ts';
import { NOTICE, recorded, requestWith, schemaAgainstEvent } from './recorded-event.ts';

const day = '2025-03-09';
const on = dayFromIso(day);
const party = 'seller';

describe('an event of a deal', () => {
  test.each([
    [{ intent: day }, { is: 'intent', on }],
    [{ 'letter-of-intent': day }, { is: 'letter-of-intent', on }],
    [{ offer: day }, { is: 'offer', on }],
    [{ signature: day }, { is: 'signature', on }],
    [
      { 'information-request': day, by: party },
      { is: 'information-request', on, party },
    ],
    [
      { information: day, to: party },
      { is: 'information', on, party },
    ],
    [
      { interest: day, by: party },
      { is: 'interest', on, party },
    ],
    [
      { agreement: day, by: party },
      { is: 'agreement', on, party },
    ],
    [
      { decline: day, by: party },
      { is: 'decline', on, party },
    ],
    [
      { exercise: day, by: party },
      { is: 'exercise', on, party },
    ],
    [
      { exercise: day, by: party, takes: { megawatts: { taken: 120, of: '200 MW' } } },
      { is: 'exercise', on, party, takes: { fact: 'megawatts', taken: 120, of: 200 } },
    ],
    [
      { exercise: day, by: party, differs: { price: { from: 100, to: 92 }, place: 'changed' } },
      {
        is: 'exercise',
        on,
        party,
        differs: [
          { term: 'price', is: 'numbers', from: 100, to: 92 },
          { term: 'place', is: 'changed' },
        ],
      },
    ],
    [
      { notice: day, to: party, contains: ['price'], given: '2025-03-01' },
      { is: 'notice', on, party, contains: ['price'], given: dayFromIso('2025-03-01') },
    ],
    [
      { notice: day, to: party, given: day },
      { is: 'notice', on, party, given: on },
    ],
    [
      { change: day, of: { price: 'lower', constructor: 'higher', term: { from: -1e15, to: 0.5 } } },
      {
        is: 'change',
        on,
        terms: [
          { term: 'price', is: 'lower' },
          { term: 'constructor', is: 'higher' },
          { term: 'term', is: 'numbers', from: -1e15, to: 0.5 },
        ],
      },
    ],
    [
      { consent: day, by: 'rival' },
      { is: 'consent', on, party: 'rival' },
    ],
    [
      { refusal: day, by: 'rival' },
      { is: 'refusal', on, party: 'rival' },
    ],
    [
      { waiver: day, by: party },
      { is: 'waiver', on, party },
    ],
    [
      { waiver: day, by: party, of: ['supply', 'seller-first'], 'any-terms': true },
      { is: 'waiver', on, party, clauses: ['supply', 'seller-first'], anyTerms: true },
    ],
    [
      { waiver: day, by: party, 'any-terms': false },
      { is: 'waiver', on, party },
    ],
  ])('%j', (written, event) => {
    expect(recorded(written)).toEqual(event);
    expect(schemaAgainstEvent(written)).toEqual([]);
  });

  test('that a holder waives speaks of every version of a clause', () => {
    const amendment =
      'instrument: later\ntitle: Later\nparties: [buyer, seller]\nbasis: text\neffective: { from: 2025-02-01 }\n' +
      'amends: [{ clause: extra-clause, title: Changed, source: { document: deed, grade: A } }]\n';
    const pack = goodPack({
      'extra.yaml': instrumentOf('kind: exclusivity, holder: seller, grantor: buyer, act: procure'),
      'later.yaml': amendment,
    });

    const waiver = { waiver: day, by: party, of: ['extra-clause'] };
    const { opportunity } = valueOf(checkRequest(pack, requestWith([waiver])));

    expect(opportunity?.events).toMatchObject([{ clauses: ['extra-clause', 'extra-clause@later'] }]);
  });
});

describe('the order of answers', () => {
  const oneHolder = goodPack({
    'offers.yaml': (goodTexts['offers.yaml'] ?? '').replace('holder: rival', 'holder: seller'),
  });
  const answers = ['decline', 'exercise', 'interest', 'agreement', 'information-request', 'information'];

  test.each(answers)('has no %s before a notice, and one on its day', (kind) => {
    const codes = (when: string) => codesOf(checkRequest(oneHolder, requestWith([NOTICE, { [kind]: when }])));

    expect(codes('2025-02-28')).toEqual(['request/response-without-notice']);
    expect(codes('2025-03-01')).toEqual([]);
  });

  test('has every answer after every other, for the procedure says what it comes to', () => {
    const pairs = answers.flatMap((one) =>
      answers.map((other) => [{ [one]: day }, { [other]: '2025-03-12' }]),
    );

    const refused = pairs.filter((pair) => !checkRequest(oneHolder, requestWith([NOTICE, ...pair])).ok);

    expect(refused).toEqual([]);
    expect(pairs).toHaveLength(36);
  });

  test('has consents, refusals and waivers without any notice', () => {
    const events = ['consent', 'refusal', 'waiver'].map((kind) => ({ [kind]: '2025-01-01', by: party }));

    expect(codesOf(checkRequest(oneHolder, requestWith(events)))).toEqual([]);
  });
});
