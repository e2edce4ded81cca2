import { describe, expect, test } from 'vitest';
import { checkRequest } from '../../src/pack/check-request.ts';
import { loadPackFiles } from '../../src/pack/load-pack.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { dayFromIso } from '../../src/vocabulary/day.ts';
import { codesOf, complaints, instrumentOf, valueOf } from './good-pack.ts';
import { BAR, CONSENT, files, loaded, RIGHT, vocabulary } from './wide-pack.ts';

describe('one mistake gives one diagnostic', () => {
  test.each([
    [`${BAR}, when: { customer: { within: army } }`, 'clause/wrong-level'],
    [`${BAR}, when: { customer: { within: publik } }`, 'clause/undeclared-value'],
    [`${BAR}, when: { customer: { not: public } }`, 'clause/wrong-level'],
    [`${BAR}, when: { customer: { within: [public] } }`, 'shape/wrong-value'],
    [`${BAR}, when: { customer: { within: public, not: army } }`, 'clause/unfit-comparison'],
    [`${BAR}, when: { customer: { same-as: customer } }`, 'clause/unlike-facts'],
    [`${BAR}, when: { size: { within: small } }`, 'clause/unfit-comparison'],
    [`${BAR}, when: { power: { within: small } }`, 'clause/unfit-comparison'],
    [`${BAR}, when: { operator: { within: __proto__ } }`, 'clause/undeclared-group'],
    [`${BAR}, providers: { within: nobody }`, 'clause/undeclared-group'],
    [`${BAR}, when: { power: 5 TW }`, 'clause/undeclared-unit'],
    [`${BAR}, when: { power: 5 constructor }`, 'clause/undeclared-unit'],
    [`${BAR}, when: { price: 5 GW }`, 'clause/undeclared-unit'],
    [`${BAR}, when: { defined: [] }`, 'shape/empty'],
    [`${BAR}, when: { defined: { little: true } }`, 'shape/wrong-value'],
    [`${BAR}, when: { opening: not-yet }`, 'clause/event-in-scope'],
    [`${BAR}, sole: true`, 'clause/key-of-another-kind'],
    [`${RIGHT}, sole: perhaps`, 'shape/wrong-value'],
    [`${RIGHT}, sole: none`, 'shape/wrong-value'],
    [`${RIGHT}, sole: { assume: unknown, because: so }`, 'shape/wrong-value'],
    [`${RIGHT}, sole: { reading: nothing, of: { a: true } }`, 'clause/undeclared-reading'],
    [`${BAR}, counts-with-holder: none`, 'clause/key-of-another-kind'],
    [`${RIGHT}, counts-with-holder: affiliates`, 'shape/wrong-value'],
    [`${RIGHT}, counts-with-holder: [friends]`, 'shape/wrong-value'],
    [`${RIGHT}, survives: 6`, 'shape/bad-duration'],
    [`${RIGHT}, ends: 2025-01-31`, 'clause/key-of-another-kind'],
    [`${RIGHT}, until: { event: delivery }`, 'clause/undeclared-fact'],
    [`${RIGHT}, until: { event: opening, more: 1 }`, 'shape/unknown-key'],
    [`${RIGHT}, until: { reading: R-1 }`, 'shape/missing-key'],
    [`${RIGHT}, until: { reading: R-1, of: { perhaps: none } }`, 'clause/undeclared-option'],
    [
      `${RIGHT}, until: { readng: R-1, of: { yes-it-does: none, no-it-does-not: none } }`,
      'shape/unknown-key',
    ],
    [`${RIGHT}, ceases: [{ id: gone, when: { size: small }, by: hand }]`, 'shape/wrong-value'],
    [
      `${RIGHT}, ceases: [{ id: gone, when: { size: small }, by: { election-of: nobody } }]`,
      'clause/undeclared-party',
    ],
    [
      `${RIGHT}, ceases: [{ id: until, when: { size: small } }, { id: until, when: { size: large } }]`,
      'clause/duplicate-ceasing',
    ],
    [`${RIGHT}, suspended: [{ id: gone, when: { size: small }, by: automatic }]`, 'shape/unknown-key'],
    [`${RIGHT}, ceases: []`, 'shape/empty'],
    [`${CONSENT}, reasonable-if: size`, 'clause/undeclared-fact'],
    [
      `${CONSENT.replace('consent-of: seller', 'size: small')}, reasonable-if: reasonable`,
      'clause/key-of-another-kind',
    ],
  ])('%s: %s', (keys, code) => {
    expect(codesOf(loaded(keys))).toEqual([code]);
  });

  test.each([
    ['question: How large? }', 'question: How large?, unit: GW }', 'yaml/duplicate-key'],
    ['unit: MW, units: { GW: 1000', 'units: { GW: 1000', 'pack/bad-unit'],
    ['units: { GW: 1000', 'units: { GW: .inf', 'pack/bad-unit'],
    ['units: { GW: 1000', 'units: { MW: 1', 'pack/bad-unit'],
    ['units: { GW: 1000', 'units: { G W: 1000', 'pack/bad-unit'],
    ['within: { army: the army', 'within: { firm: the army', 'pack/duplicate-value'],
    ['means: a public body, within', 'within', 'shape/missing-key'],
    [
      '{ means: a public body, within: { army: the army, town: a town } }',
      '{ means: a public body }',
      'shape/missing-key',
    ],
    [
      'seller: { name: Seller, provider: true }',
      'seller: { name: Seller, provider: true, affiliate-of: [byer] }',
      'pack/undeclared-party',
    ],
    ['defined: little, size: small', 'defined: litle, size: small', 'clause/undeclared-term'],
    ['defined: little, size: small', 'defined: tiny, size: small', 'pack/term-cycle'],
    ['at-most: 5 kW', 'at-most: 5 W', 'clause/undeclared-unit'],
    ['at-most: 5 kW', 'at-mst: 5 kW', 'shape/unknown-key'],
  ])('%s as %s: %s', (from, to, code) => {
    expect(vocabulary).toContain(from);
    expect(codesOf(loadPackFiles({ ...files, 'pack.yaml': vocabulary.replace(from, to) }))).toEqual([code]);
  });
});

describe('a request', () => {
  const ceasing = '{ id: gone, when: { size: small }, by: { election-of: buyer } }';
  const pack: Pack = valueOf(loaded(`${RIGHT}, ceases: [${ceasing}]`));
  const least = { actor: 'buyer', date: '2025-06-01', acts: ['procure'] };

  test('may say more of who serves, what was found and what was elected', () => {
    const request = valueOf(
      checkRequest(pack, {
        ...least,
        providers: ['buyer', 'rival'],
        through: 'seller',
        designees: { seller: ['rival'] },
        facts: { customer: 'public', opening: 'not-yet', power: '1.2 GW' },
        assessments: { reasonable: { finding: false, by: 'an expert', on: '2025-05-01' } },
        elections: { 'extra-clause.gone': '2025-05-02' },
      }),
    );

    expect(request).toMatchObject({
      providers: ['buyer', 'rival'],
      through: 'seller',
      designees: { seller: ['rival'] },
      facts: { customer: 'public', opening: 'not-yet', power: 1200, reasonable: false },
      assessedBy: { reasonable: { by: 'an expert', on: dayFromIso('2025-05-01') } },
      elections: { 'extra-clause.gone': dayFromIso('2025-05-02') },
    });
  });

  test.each([
    [{ through: 'other' }, 'request/undeclared-party through'],
    [{ designees: { nobody: ['rival'] } }, 'request/undeclared-party designees.nobody'],
    [{ designees: { seller: 'rival' } }, 'shape/wrong-value designees.seller'],
    [
      { assessments: { size: { finding: true, by: 'me', on: '2025-01-01' } } },
      'request/undeclared-fact assessments.size',
    ],
    [{ assessments: { reasonable: true } }, 'shape/wrong-value assessments.reasonable'],
    [
      { assessments: { reasonable: { finding: true, by: 'me' } } },
      'shape/missing-key assessments.reasonable',
    ],
    [{ elections: { 'extra-clause.gone': 'yes' } }, 'shape/wrong-value elections.extra-clause.gone'],
    [
      { elections: { __proto__: null, constructor: 'not-made' } },
      'request/undeclared-election elections.constructor',
    ],
    [{ facts: { opening: 'never' } }, 'request/unfit-value facts.opening'],
    [
      { opportunity: { id: 'x', counterparty: 'rival', events: [{ waiver: '2025-01-01' }] } },
      'shape/missing-key opportunity.events[0]',
    ],
  ])('%j: %s', (more, complaint) => {
    expect(complaints(checkRequest(pack, { ...least, ...more }))).toEqual([complaint]);
  });

  test('may make an election by the id under which its clause was first written', () => {
    const amendment =
      'instrument: later\ntitle: T\nparties: [buyer, seller]\nbasis: text\neffective: { from: 2025-02-01 }\namends: [{ clause: extra-clause, title: T, source: { document: deed, grade: A } }]\n';
    const amended = valueOf(
      loadPackFiles({
        ...files,
        'extra.yaml': instrumentOf(`${RIGHT}, ceases: [${ceasing}]`),
        'later.yaml': amendment,
      }),
    );

    const request = valueOf(
      checkRequest(amended, { ...least, elections: { 'extra-clause.gone': 'not-made' } }),
    );

    expect(request.elections).toEqual({
      'extra-clause.gone': 'not-made',
      'extra-clause@later.gone': 'not-made',
    });
  });
});

describe('a folder', () => {
  test('without pack.yaml gives only that, whatever else is wrong in it', () => {
    expect(codesOf(loadPackFiles({ 'deed.yaml': 'instrument: [', 'more.yaml': 'a: 1' }))).toEqual([
      'file/no-pack',
    ]);
  });

  test('with two packs gives only that', () => {
    const other = { 'other.yaml': vocabulary, 'bad.yaml': 'instrument: x\n' };

    expect(codesOf(loadPackFiles({ ...files, ...other }))).toEqual(['pack/several-packs']);
  });

  test('with scenarios gives one diagnostic for them', () => {
    const scenarios = { 'cases.yaml': 'pack: good\nscenarios: []\n' };

    expect(codesOf(loadPackFiles({ ...files, ...scenarios }))).toEqual(['pack/scenarios-inside']);
  });
});

describe('affiliates', () => {
  test('are those of all parties above', () => {
    const above = vocabulary
      .replace(
        'seller: { name: Seller, provider: true }',
        'seller: { name: Seller, provider: true, affiliate-of: rival }',
      )
      .replace('buyer: { name: Buyer }', 'buyer: { name: Buyer, affiliate-of: [seller] }');

    const { parties } = valueOf(loadPackFiles({ ...files, 'pack.yaml': above }));

    expect(parties.map(({ affiliateOf }) => affiliateOf)).toEqual([
      ['rival', 'seller'],
      ['rival'],
      undefined,
    ]);
  });
});
