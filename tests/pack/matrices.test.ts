import { describe, expect, test } from 'vitest';
import { checkScenarioRequest } from '../../src/pack/check-scenario-request.ts';
import { readScenarios } from '../../src/pack/check-scenarios.ts';
import type { Scenario } from '../../src/pack/scenario.ts';
import { complaints, goodPack, valueOf } from './good-pack.ts';

const OUTCOME = 'outcome: prohibited';

/** A file with one entry of a matrix, whose lines are given. */
function file(...lines: readonly string[]): string {
  const request = '    request: { actor: buyer, acts: [procure], facts: { price: 7 } }';
  return [HEAD, request, ...lines.map((line) => `    ${line}`), ''].join('\n');
}

const ASKED = { actor: 'buyer', acts: ['procure'] };

const HEAD = `pack: good
deals:
  small-one: { providers: [rival], facts: { size: small } }
  large-one: { providers: [seller], facts: { size: large }, readings: { R-1: 'yes-it-does' } }
scenarios:
  - id: deal
    why: of the entry`;

function cells(...lines: readonly string[]): readonly Scenario[] {
  return valueOf(readScenarios(file(...lines), 's.yaml')).scenarios;
}

function complaintsAbout(...lines: readonly string[]): readonly string[] {
  return complaints(readScenarios(file(...lines), 's.yaml'));
}

describe('a matrix', () => {
  test('stands for a scenario in each of its cells, with an id that the order of its axes does not change', () => {
    const axes = ['provider: [rival, seller]', 'date: [2025-06-01, 2025-07-01]'];

    const ids = (order: readonly string[]) =>
      cells(`matrix: { ${order.join(', ')} }`, `expect: [{ ${OUTCOME} }]`).map(({ id }) => id);

    expect(ids(axes)).toEqual([
      'deal[date=2025-06-01,provider=rival]',
      'deal[date=2025-06-01,provider=seller]',
      'deal[date=2025-07-01,provider=rival]',
      'deal[date=2025-07-01,provider=seller]',
    ]);
    expect(ids(axes.toReversed())).toEqual(ids(axes));
  });

  test('puts the values of its axes into the request, and leaves out what is unknown', () => {
    const all = cells(
      'matrix:',
      '  date: [2025-06-01]',
      '  provider: [rival]',
      '  facts: { size: [unknown, small], megawatts: [3 MW] }',
      '  readings: { R-1: [yes-it-does] }',
      `expect: [{ ${OUTCOME} }]`,
    );

    const facts = { price: 7, megawatts: '3 MW' };
    const shared = { ...ASKED, date: '2025-06-01', providers: ['rival'], readings: { 'R-1': 'yes-it-does' } };
    expect(all.map(({ request }) => request)).toEqual([
      { ...shared, facts },
      { ...shared, facts: { ...facts, size: 'small' } },
    ]);
  });

  test('gives the acts of the request, one in each cell', () => {
    const text = file('matrix: { act: [procure, sell], provider: [rival] }', `expect: [{ ${OUTCOME} }]`);

    const { scenarios } = valueOf(readScenarios(text.replace(' acts: [procure],', ''), 's.yaml'));

    expect(scenarios.map(({ request }) => request)).toMatchObject([
      { acts: ['procure'] },
      { acts: ['sell'] },
    ]);
  });

  test('lays deals over the request', () => {
    const all = cells(
      'matrix: { date: [2025-06-01], deal: [small-one, large-one] }',
      `expect: [{ ${OUTCOME} }]`,
    );

    const facts = { price: 7 };
    expect(all.map(({ request }) => request)).toEqual([
      { ...ASKED, date: '2025-06-01', providers: ['rival'], facts: { ...facts, size: 'small' } },
      {
        ...ASKED,
        date: '2025-06-01',
        providers: ['seller'],
        facts: { ...facts, size: 'large' },
        readings: { 'R-1': 'yes-it-does' },
      },
    ]);
  });

  test('takes for each cell the expectation of the one rule that speaks of it', () => {
    const all = cells(
      'matrix: { date: [2025-06-01, 2025-07-01], provider: [rival, seller, other] }',
      'expect:',
      '  - { when: { provider: rival }, why: of the rule, outcome: prohibited, governing: [supply] }',
      '  - { when: { provider: [seller, other], date: 2025-06-01 }, outcome: permitted }',
      '  - { when: { provider: [seller, other], date: 2025-07-01 }, diagnostics: [request/undeclared-fact] }',
    );

    const supplied = [{ rival: { outcome: 'prohibited', governing: ['supply'] } }, undefined, 'of the rule'];
    const refused = [undefined, ['request/undeclared-fact'], 'of the entry'];
    expect(all.map(({ expect: expected, diagnostics, why }) => [expected, diagnostics, why])).toEqual([
      supplied,
      [{ seller: { outcome: 'permitted' } }, undefined, 'of the entry'],
      [{ other: { outcome: 'permitted' } }, undefined, 'of the entry'],
      supplied,
      refused,
      refused,
    ]);
  });

  test('may be pending as a whole, or expect a refusal as a whole', () => {
    const matrix = 'matrix: { date: [2025-06-01, 2025-07-01], provider: [rival] }';

    expect(cells(matrix, 'pending: not yet').map(({ pending }) => pending)).toEqual(['not yet', 'not yet']);
    expect(cells(matrix, 'diagnostics: [yaml/tag]').map((each) => each.diagnostics)).toEqual([
      ['yaml/tag'],
      ['yaml/tag'],
    ]);
  });

  test('has what is wrong with the request of a cell at the place where it is written', () => {
    const wrong = cells(
      'matrix: { date: [2025-06-01, 2025-06-31], deal: [small-one], facts: { megawatts: [3 MW, lots] } }',
      `expect: [{ ${OUTCOME}, governing: [suply] }]`,
    );

    const [date, fact] = ['shape/impossible-date s.yaml:9:34', 'request/unfit-value s.yaml:9:93'];
    expect(wrong.map((each) => complaints(checkScenarioRequest(goodPack(), each)))).toEqual([
      ['scenario/unknown-clause s.yaml:10:49'],
      [fact],
      [date],
      [date, fact],
    ]);
  });
});

describe('a matrix with one mistake gives one diagnostic', () => {
  const MATRIX = 'matrix: { date: [2025-06-01, 2025-07-01], provider: [rival, seller] }';
  test.each([
    [[MATRIX, 'expect: [{ when: { provider: rival }, outcome: permitted }]'], 'scenario/uncovered-cell'],
    [
      [MATRIX, 'expect: [{ outcome: permitted }, { when: { date: 2025-06-01 }, outcome: permitted }]'],
      'scenario/covered-twice',
    ],
    [[MATRIX, 'expect: [{ when: { provder: rival }, outcome: permitted }]'], 'scenario/not-in-matrix'],
    [[MATRIX, 'expect: [{ when: { provider: other }, outcome: permitted }]'], 'scenario/not-in-matrix'],
    [[MATRIX, 'expect: [{ when: { provider: [rival, rival] }, outcome: permitted }]'], 'shape/repeated'],
    [[MATRIX, 'expect: [{ when: {}, outcome: permitted }]'], 'shape/empty'],
    [[MATRIX, 'expect: [{ why: nothing }]'], 'shape/missing-key'],
    [[MATRIX, 'expect: [{ outcome: allowed }]'], 'shape/wrong-value'],
    [[MATRIX, 'expect: [{ outcome: permitted, diagnostics: [yaml/tag] }]'], 'scenario/two-expectations'],
    [[MATRIX, 'expect: [{ diagnostics: [yaml/tg] }]'], 'scenario/unknown-code'],
    [[MATRIX, 'expect: { rival: { outcome: permitted } }'], 'shape/wrong-value'],
    [[MATRIX, 'expect: []'], 'shape/empty'],
    [[MATRIX], 'scenario/no-expectation'],
    [['matrix: {}', `expect: [{ ${OUTCOME} }]`], 'shape/empty'],
    [['matrix: { dates: [2025-06-01] }', `expect: [{ ${OUTCOME} }]`], 'shape/unknown-key'],
    [['matrix: { date: 2025-06-01, provider: [rival] }', `expect: [{ ${OUTCOME} }]`], 'shape/wrong-value'],
    [
      ['matrix: { date: [2025-06-01, 2025-06-01], provider: [rival] }', `expect: [{ ${OUTCOME} }]`],
      'shape/repeated',
    ],
    [
      ['matrix: { date: [[2025-06-01]], provider: [rival] }', `expect: [{ ${OUTCOME} }]`],
      'shape/wrong-value',
    ],
    [['matrix: { date: ["a,b=c"], provider: [rival] }', `expect: [{ ${OUTCOME} }]`], 'shape/wrong-value'],
    [['matrix: { date: [2025-06-01] }', `expect: [{ ${OUTCOME} }]`], 'scenario/one-provider'],
    [
      ['matrix: { date: [2025-06-01], deal: [smal-one] }', `expect: [{ ${OUTCOME} }]`],
      'scenario/undeclared-deal',
    ],
    [
      ['matrix: { date: [2025-06-01], deal: [toString] }', `expect: [{ ${OUTCOME} }]`],
      'scenario/undeclared-deal',
    ],
    [['matrix: { act: [procure], provider: [rival] }', `expect: [{ ${OUTCOME} }]`], 'scenario/stated-twice'],
    [
      ['matrix: { facts: { price: [7] }, provider: [rival] }', `expect: [{ ${OUTCOME} }]`],
      'scenario/stated-twice',
    ],
    [
      ['matrix: { deal: [small-one], facts: { size: [small, large] } }', `expect: [{ ${OUTCOME} }]`],
      'scenario/stated-twice',
    ],
    [
      ['matrix: { deal: [small-one], facts: { deal: [small] } }', `expect: [{ ${OUTCOME} }]`],
      'scenario/stated-twice',
    ],
    [
      [
        `matrix: { provider: [rival], date: [${days(60)}], facts: { size: [${days(84)}] } }`,
        `expect: [{ ${OUTCOME} }]`,
      ],
      'scenario/too-many-cells',
    ],
  ])('%s: %s', (lines, code) => {
    expect(complaintsAbout(...lines).map((each) => each.split(' ')[0])).toEqual([code]);
  });
});

describe('a matrix that is out of all proportion', () => {
  const expectRule = `expect: [{ ${OUTCOME} }]`;
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) => `f${String(index)}: 1`).join(', ');
  test.each([
    ['many axes', `matrix: { provider: [rival], facts: { ${axes(60)} } }`, expectRule],
    ['a long axis', `matrix: { provider: [rival], date: [${days(50_000)}] }`, expectRule],
    ['many rules', 'matrix: { provider: [rival] }', `expect: [${`{ ${OUTCOME} }, `.repeat(20_000)}]`],
    ['a deal of many facts', 'matrix: { deal: [huge], date: [d1, d2, d3] }', expectRule],
  ])('is refused at once: %s', (_, ...lines) => {
    const text = file(...lines).replace(
      'deals:',
      `deals:\n  huge: { providers: [rival], facts: { ${many(20_000)} } }`,
    );
    const begun = performance.now();

    expect(complaints(readScenarios(text, 's.yaml')).map((each) => each.split(' ')[0])).toEqual([
      'scenario/too-many-cells',
    ]);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});

function axes(count: number): string {
  return Array.from({ length: count }, (_, index) => `f${String(index)}: [1, 2]`).join(', ');
}

function days(count: number): string {
  return Array.from({ length: count }, (_, index) => `d${String(index)}`).join(', ');
}
