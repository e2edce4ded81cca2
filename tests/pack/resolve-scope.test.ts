import { describe, expect, test } from 'vitest';
import { partsOf, type Criterion } from '../../src/vocabulary/criterion.ts';
import { dayFromIso, isoFromDay } from '../../src/vocabulary/day.ts';
import { loadPackFiles } from '../../src/pack/load-pack.ts';
import { goodTexts, instrumentOf, valueOf } from './good-pack.ts';

const words = `
  customer: { type: enum, open: true, question: Who?, values: { government: a public body } }
  client: { type: enum, question: Who?, values: { government: a public body } }
  shape: { type: enum, question: Which?, values: { round: a ball } }
  own-site: { type: boolean, question: Own? }
  operator: { type: party, question: Who? }
  owner: { type: party, question: Who? }
  signing: { type: date, question: When? }
  peak: { type: number, unit: MW, question: How many? }
`;
const files = {
  ...goodTexts,
  'pack.yaml': (goodTexts['pack.yaml'] ?? '').replace('facts:\n', `facts:${words}`),
};

/** A scope in a compact form: `megawatts at-least 5`, `not (…)`, `all (…)`. */
function scope(yaml: string): string {
  const extra = instrumentOf(`kind: permission, act: procure, when: ${yaml}`);
  const clause = valueOf(loadPackFiles({ ...files, 'extra.yaml': extra })).clauses.find(
    ({ id }) => id === 'extra-clause',
  );
  return clause === undefined ? '' : written(clause.when);
}

function codes(yaml: string): readonly string[] {
  const extra = instrumentOf(`kind: permission, act: procure, when: ${yaml}`);
  const checked = loadPackFiles({ ...files, 'extra.yaml': extra });
  return checked.ok ? [] : checked.diagnostics.map(({ code }) => code);
}

describe('a scope', () => {
  test.each([
    ['{ size: small }', 'size = small'],
    ['{ size: [small, large] }', 'size = small|large'],
    ['{ size: { not: small } }', 'not (size = small)'],
    ['{ size: { not: [small, large] } }', 'not (size = small|large)'],
    ['{ customer: other }', 'customer = other'],
    ['{ own-site: false }', 'own-site = false'],
    ['{ operator: [rival, other] }', 'operator = rival|other'],
    ['{ provider: seller }', 'provider = seller'],
    ['{ provider: { not: other } }', 'not (provider = other)'],
    ['{ R-1: yes-it-does }', 'R-1 = yes-it-does'],
    ['{ megawatts: 5 }', 'megawatts = 5'],
    ['{ megawatts: { at-least: 5 } }', 'megawatts at-least 5'],
    ['{ megawatts: { less-than: 9, at-least: 5 } }', 'all (megawatts less-than 9, megawatts at-least 5)'],
    ['{ megawatts: { more-than: unknown } }', 'megawatts more-than unknown'],
    ['{ megawatts: { at-most: none } }', 'megawatts at-most none'],
    ['{ megawatts: { at-most: { assume: 7, because: so } } }', 'megawatts at-most assumed'],
    ['{ delivery: 2025-01-31 }', `delivery = ${String(dayFromIso('2025-01-31'))}`],
    ['{ delivery: { on-or-after: 2025-01-31 } }', 'delivery on-or-after 2025-01-31'],
    ['{ date: { before: 2025-01-31 } }', 'date before 2025-01-31'],
    ['{ megawatts: { same-as: peak } }', 'megawatts same-as peak'],
    ['{ operator: { same-as: owner } }', 'operator same-as owner'],
    ['{ customer: { same-as: client } }', 'customer same-as client'],
    ['{ size: small, own-site: true }', 'all (size = small, own-site = true)'],
    ['{ own-site: true, size: small }', 'all (own-site = true, size = small)'],
    ['{ any: [{ size: small }, { all: [{ size: large }] }] }', 'any (size = small, all (size = large))'],
    ['{ not: { size: small, own-site: true } }', 'not (all (size = small, own-site = true))'],
  ])('%s', (yaml, expected) => {
    expect(scope(yaml)).toBe(expected);
  });

  test('that is left out always holds', () => {
    const extra = instrumentOf('kind: permission, act: procure');

    const { clauses } = valueOf(loadPackFiles({ ...files, 'extra.yaml': extra }));

    expect(clauses.at(-1)?.when).toEqual({ is: 'all', of: [] });
  });
});

describe('a scope with one mistake gives one diagnostic', () => {
  test.each([
    ['{}', 'shape/empty'],
    ['[]', 'shape/wrong-value'],
    ['small', 'shape/wrong-value'],
    ['[{ size: small }]', 'shape/wrong-value'],
    ['{ all: [] }', 'shape/empty'],
    ['{ any: {} }', 'shape/wrong-value'],
    ['{ not: {} }', 'shape/empty'],
    ['{ not: [{ size: small }] }', 'shape/wrong-value'],
    ['{ any: [small] }', 'shape/wrong-value'],
    ['{ size: [] }', 'shape/empty'],
    ['{ size: {} }', 'shape/empty'],
    ['{ size: { not: [] } }', 'shape/empty'],
    ['{ size: [small, small] }', 'shape/repeated'],
    ['{ size: }', 'clause/unfit-value'],
    ['{ size: 5 }', 'clause/unfit-value'],
    ['{ size: unknown }', 'clause/undeclared-value'],
    ['{ size: none }', 'clause/undeclared-value'],
    ['{ size: other }', 'clause/undeclared-value'],
    ['{ size: [[small]] }', 'clause/unfit-value'],
    ['{ size: { at-least: small } }', 'clause/unfit-comparison'],
    ['{ size: { not: small, same-as: customer } }', 'clause/unfit-comparison'],
    ['{ size: { isnt: small } }', 'shape/unknown-key'],
    ['{ customer: company }', 'clause/undeclared-value'],
    ['{ own-site: yes }', 'clause/unfit-value'],
    ['{ own-site: { at-least: true } }', 'clause/unfit-comparison'],
    ['{ megawatts: "5" }', 'clause/unfit-value'],
    ['{ megawatts: .nan }', 'clause/unfit-value'],
    ['{ megawatts: { at-least: .inf } }', 'clause/unfit-value'],
    ['{ megawatts: { at-least: [5] } }', 'clause/unfit-value'],
    ['{ megawatts: { before: 5 } }', 'clause/unfit-comparison'],
    ['{ megawatts: { at-least: 5, not: 6 } }', 'clause/unfit-comparison'],
    ['{ megawatts: { atleast: 5 } }', 'shape/unknown-key'],
    ['{ megawatts: { at-least: { assume: 5 } } }', 'shape/missing-key'],
    ['{ megawatts: { same-as: price } }', 'clause/unlike-facts'],
    ['{ megawatts: { same-as: megawatts } }', 'clause/unlike-facts'],
    ['{ megawatts: { same-as: delivery } }', 'clause/unlike-facts'],
    ['{ megawatts: { same-as: pek } }', 'clause/undeclared-fact'],
    ['{ megawatts: { same-as: R-1 } }', 'clause/undeclared-fact'],
    ['{ size: { same-as: shape } }', 'clause/unlike-facts'],
    ['{ delivery: 2025-02-30 }', 'shape/impossible-date'],
    ['{ delivery: soon }', 'clause/unfit-value'],
    ['{ delivery: { before: 2025 } }', 'clause/unfit-value'],
    ['{ date: { same-as: delivery } }', 'clause/unfit-comparison'],
    ['{ date: { at-least: 2025-01-01 } }', 'clause/unfit-comparison'],
    ['{ provider: sellr }', 'clause/undeclared-party'],
    ['{ provider: 5 }', 'shape/wrong-value'],
    ['{ provider: { same-as: operator } }', 'clause/unfit-comparison'],
    ['{ operator: unknown }', 'clause/undeclared-party'],
    ['{ R-1: maybe }', 'clause/undeclared-option'],
    ['{ R-1: { at-least: 1 } }', 'clause/unfit-comparison'],
    ['{ R-1: { same-as: R-1 } }', 'clause/unfit-comparison'],
    ['{ colour: red }', 'clause/undeclared-fact'],
    ['{ defined: big }', 'clause/undeclared-term'],
    ['{ anny: [{ size: small }] }', 'clause/undeclared-fact'],
    ['{ colour: { at-least: [nonsense, { deep: 1 }] } }', 'clause/undeclared-fact'],
  ])('%s: %s', (yaml, code) => {
    expect(codes(yaml)).toEqual([code]);
  });
});

function written(criterion: Criterion): string {
  if (criterion.is !== 'test') return `${criterion.is} (${partsOf(criterion).map(written).join(', ')})`;
  const { subject, comparison } = criterion;
  const name = 'id' in subject ? subject.id : subject.is;
  if (comparison.is === 'one-of') return `${name} = ${comparison.values.join('|')}`;
  if (comparison.is === 'same-as') return `${name} same-as ${comparison.fact}`;
  const { stated } = comparison.bound;
  const isDay = name === 'date' || name === 'delivery';
  const value = stated.is === 'set' ? (isDay ? isoFromDay(stated.value) : String(stated.value)) : stated.is;
  return `${name} ${comparison.is} ${value}`;
}
