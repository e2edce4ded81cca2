import { describe, expect, test } from 'vitest';
import { procedureOf, saidAbout, schemaAgainst } from './procedure-of.ts';

/** How a procedure is written wrongly: the part, the code, the marked text, and what the hint says. */
const MISTAKES: readonly (readonly [string, string, string, string])[] = [
  ['realease: { for: none }', 'shape/unknown-key', 'realease', 'did you mean `release`?'],
  ['respons: { within: none }', 'shape/unknown-key', 'respons', 'did you mean `response`?'],
  ['triger: offer', 'shape/unknown-key', 'triger', 'did you mean `trigger`?'],
  ['trigger: offers', 'shape/wrong-value', 'offers', 'did you mean `offer`?'],
  ['trigger: none', 'shape/wrong-value', 'none', 'see the key'],
  ['trigger: [intent, offer]', 'shape/wrong-value', '[intent', 'see the key'],
  ['notice: {}', 'shape/empty', '{}', 'the keys here are `requires`, `clock` and `at-most`'],
  ['notice: complete', 'shape/wrong-value', 'complete', 'the keys here are `requires`'],
  ['notice: { requires: [] }', 'shape/empty', '[]', ''],
  ['notice: { clock: none }', 'shape/wrong-value', 'none', 'see the key'],
  [
    'notice: { clock: notice-recieved }',
    'shape/wrong-value',
    'notice-rec',
    'did you mean `notice-received`?',
  ],
  ['notice: { at-most: 1 }', 'shape/wrong-value', '1 }', '`{ notices: 1, in: 30 calendar-days }`'],
  ['notice: { at-most: { notices: 0, in: 1 month } }', 'shape/wrong-value', '0,', 'leave `at-most` out'],
  ['notice: { at-most: { notices: -1, in: 1 month } }', 'shape/wrong-value', '-1,', 'leave `at-most` out'],
  ['notice: { at-most: { notices: 1.5, in: 1 month } }', 'shape/wrong-value', '1.5,', ''],
  ['notice: { at-most: { notices: 1e308, in: 1 month } }', 'shape/wrong-value', '1e308,', ''],
  ['notice: { at-most: { notices: .nan, in: 1 month } }', 'shape/wrong-value', '.nan,', ''],
  ['notice: { at-most: { notices: 1 } }', 'shape/missing-key', '{ notices', ''],
  ['notice: { at-most: { notices: 1, in: none } }', 'shape/bad-duration', 'none', '`30 calendar-days`'],
  ['response: 30 calendar-days', 'shape/wrong-value', '30 cal', 'the keys here are `within` and `silence`'],
  ['response: { within: 30 }', 'shape/bad-duration', '30 }', 'write it like'],
  ['response: { within: 0 calendar-days }', 'shape/bad-duration', '0 cal', 'write it like'],
  ['response: { within: 1.5 weeks }', 'shape/bad-duration', '1.5', 'write it like'],
  ['response: { within: 36501 calendar-days }', 'shape/bad-duration', '36501', 'write it like'],
  ['response: { within: 10 business-days }', 'calendar/none-declared', '10 bus', ''],
  ['response: { within: 10 business-days on town }', 'calendar/undeclared', '10 bus', ''],
  ['release: { for: 1 month or next business-day }', 'calendar/none-declared', '1 month', ''],
  ['release: { for: 30 days or next business-day }', 'shape/bad-duration', '30 days', 'write it like'],
  ['negotiation: { within: 2 business-days or next business-day }', 'shape/bad-duration', '2 bus', ''],
  ['response: { within: { consent-of: seller } }', 'shape/bad-duration', '{ consent', 'write it like'],
  ['response: { within: { assume: 30 calendar-days } }', 'shape/missing-key', '{ assume', ''],
  ['response: { within: { assume: unknown, because: so } }', 'shape/wrong-value', 'unknown', 'by itself'],
  [
    'response: { within: { asume: none, because: so } }',
    'shape/unknown-key',
    'asume',
    'did you mean `assume`?',
  ],
  ['response: { silence: none }', 'shape/wrong-value', 'none', 'see the key'],
  ['response: { silence: release }', 'shape/wrong-value', 'release', 'did you mean `releases`?'],
  ['exercise: { part: some }', 'shape/wrong-value', 'some', ''],
  ['exercise: { match: better }', 'shape/wrong-value', 'better', ''],
  ['exercise: { able: size }', 'clause/unfit-gate', 'size', 'facts that can are `reasonable`'],
  ['exercise: { able: megawatts }', 'clause/unfit-gate', 'megawatts', 'facts that can are `reasonable`'],
  ['exercise: { able: resonable }', 'clause/undeclared-fact', 'resonable', 'did you mean `reasonable`?'],
  ['exercise: { able: none }', 'shape/wrong-value', 'none', 'leave `able` out'],
  ['exercise: { able: { assume: reasonable, because: so } }', 'shape/wrong-value', '{ assume', ''],
  ['exercise: { fall-short: declines }', 'shape/unknown-key', 'fall-short', 'did you mean `falls-short`?'],
  ['exercise: { falls-short: releases }', 'shape/wrong-value', 'releases', ''],
  ['exercise: { effect: none }', 'shape/wrong-value', 'none', ''],
  ['negotiation: no', 'shape/wrong-value', 'no }', 'write `none`'],
  ['negotiation: false', 'shape/wrong-value', 'false', 'write `none`'],
  ['negotiation: unknown', 'shape/wrong-value', 'unknown', 'leave `negotiation` out'],
  ['negotiation: {}', 'shape/empty', '{}', 'write `none`'],
  ['negotiation: 45 calendar-days', 'shape/wrong-value', '45 cal', 'write `{ within: 45 calendar-days }`'],
  ['negotiation: { assume: none, because: so }', 'shape/wrong-value', '{ assume', 'under `within`'],
  ['negotiation: { within: no }', 'shape/bad-duration', 'no }', 'write it like'],
  ['negotiation: { no-agreement: none }', 'shape/wrong-value', 'none', ''],
  ['release: none', 'shape/wrong-value', 'none', 'the keys here are `for`'],
  ['release: { silent: 30 days }', 'shape/wrong-value', '30 days', '`{ for: 90 calendar-days }`'],
  ['release: { declined: none }', 'shape/wrong-value', 'none', '`{ for: 90 calendar-days }`'],
  ['release: { declined: {} }', 'shape/empty', '{}', '`{ for: 90 calendar-days }`'],
  ['release: { silent: { four: none } }', 'shape/unknown-key', 'four', 'did you mean `for`?'],
  ['release: { silence: { for: none } }', 'shape/unknown-key', 'silence', 'did you mean `silent`?'],
  ['release: { to: everyone }', 'shape/wrong-value', 'everyone', ''],
  ['release: { to: unknown }', 'shape/wrong-value', 'unknown', ''],
  ['terms: { better-for-grantor: [price] }', 'shape/wrong-value', '[price]', ''],
  ['terms: { better-for-grantor: {} }', 'shape/empty', '{}', ''],
  ['terms: { better-for-grantor: { price: cheaper } }', 'shape/wrong-value', 'cheaper', ''],
  ['terms: { better-for-grantor: { price: unknown } }', 'shape/wrong-value', 'unknown', ''],
  ['terms: { better-for-grantor: { a price: lower } }', 'shape/bad-id', 'a price', 'an id is a letter'],
  ['terms: { better-for-grantor: { __proto__: lower } }', 'shape/bad-id', '__proto__', 'an id is a letter'],
  [
    'terms: { better-for-grantor: { price: lower }, tolerance: { price: 5 } }',
    'shape/wrong-value',
    '5 }',
    'write `5 %`',
  ],
  [
    'terms: { better-for-grantor: { price: lower }, tolerance: { price: 7.5 percent } }',
    'shape/wrong-value',
    '7.5 percent',
    'write `7.5 %`',
  ],
  [
    'terms: { better-for-grantor: { price: lower }, tolerance: { price: -5 % } }',
    'shape/wrong-value',
    '-5 %',
    'write `5 %`',
  ],
  [
    'terms: { better-for-grantor: { price: lower }, tolerance: { price: 1e308 % } }',
    'shape/wrong-value',
    '1e308 %',
    'write `5 %`',
  ],
  ['terms: { better-for-grantor: { price: lower }, tolerance: 5 % }', 'shape/wrong-value', '5 %', ''],
  ['terms: { others: none }', 'shape/wrong-value', 'none', ''],
  ['terms: { reopen-on: better }', 'shape/wrong-value', 'better', ''],
  ['pending: survive', 'shape/wrong-value', 'survive', 'did you mean `survives`?'],
];

describe('a procedure with a mistake', () => {
  test.each(MISTAKES)('%s: %s', (part, code, at, hint) => {
    expect(saidAbout(part)).toEqual([
      {
        code,
        at: expect.stringMatching(new RegExp(`^${escaped(at)}`)) as string,
        hint: expect.stringContaining(hint) as string,
      },
    ]);
  });

  test('is refused by the schema of its pack as well, unless a duration is only too long', () => {
    const accepted = MISTAKES.filter(([part]) => schemaAgainst(part).length === 0);

    expect(accepted.map(([part]) => part)).toEqual(['response: { within: 36501 calendar-days }']);
  });

  test.each([
    ['tolerance: { price: 5 % }', 'list the term'],
    ['better-for-grantor: { price: lower }, tolerance: { prize: 5 % }', 'did you mean `price`?'],
    ['better-for-grantor: { price: lower }, tolerance: { toString: 5 % }', 'the terms listed are `price`'],
  ])('tolerates no change of a term that is not listed: %s', (terms, hint) => {
    expect(saidAbout(`terms: { ${terms} }`)).toMatchObject([
      { code: 'clause/unlisted-term', hint: expect.stringContaining(hint) as string },
    ]);
  });

  test('tolerates no share of a term without an order', () => {
    const terms = 'terms: { better-for-grantor: { place: unordered }, tolerance: { place: 5 % } }';

    expect(saidAbout(terms)).toMatchObject([{ code: 'clause/unordered-tolerance' }]);
  });

  test('is told of each of several', () => {
    const said = saidAbout('trigger: offers, response: { silence: release }, release: { for: 30 days }');

    expect(said.map(({ code }) => code)).toEqual([
      'shape/wrong-value',
      'shape/wrong-value',
      'shape/bad-duration',
    ]);
  });
});

describe('the terms of a deal', () => {
  test('may have any name that is made like an id, and none is found that was not written', () => {
    const names = ['constructor', 'toString', 'hasOwnProperty', 'none', 'unknown', 'date', 'a'.repeat(100)];
    const listing = names.map((name) => `${name}: lower`).join(', ');

    const { better } = procedureOf(`terms: { better-for-grantor: { ${listing} } }`).terms;
    const { tolerance } = procedureOf('trigger: offer').terms;

    expect(Object.keys(better)).toEqual(names);
    expect(schemaAgainst(`terms: { better-for-grantor: { ${listing} } }`)).toEqual([]);
    expect(['constructor', 'toString', '__proto__'].filter((name) => name in tolerance)).toEqual([]);
  });

  test('may be a thousand', () => {
    const names = Array.from({ length: 1000 }, (_, index) => `term-${String(index)}`);
    const listing = names.map((name) => `${name}: higher`).join(', ');
    const tolerance = names.map((name) => `${name}: 1 %`).join(', ');

    const { terms } = procedureOf(
      `terms: { better-for-grantor: { ${listing} }, tolerance: { ${tolerance} } }`,
    );

    expect(Object.keys(terms.better)).toHaveLength(1000);
    expect(Object.keys(terms.tolerance)).toHaveLength(1000);
  });
});

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
