import { describe, expect, test } from 'vitest';
import { readScenarios } from '../../../src/pack/check-scenarios.ts';
import { complaintsOf } from '../../support/schema-complaints.ts';
import { goodPack } from '../good-pack.ts';

const complaints = complaintsOf(goodPack());

const GOOD = `pack: good
deals: { few: { providers: [rival], facts: { size: small } } }
scenarios:
  - id: one
    request: { actor: buyer, facts: { price: 7 } }
    matrix:
      date: [2025-06-01]
      act: [procure]
      deal: [few]
      facts: { megawatts: [3, 3 MW, unknown] }
      readings: { R-1: [yes-it-does, unknown] }
    expect:
      - when: { megawatts: [3, 3 MW], R-1: yes-it-does }
        why: because
        outcome: undetermined
        possible: [prohibited, permitted]
        governing: [supply]
        turns-on: [size]
        acts: { procure: { outcome: permitted } }
      - when: { megawatts: unknown, R-1: yes-it-does }
        outcome: prohibited
      - when: { R-1: unknown }
        outcome: prohibited
`;

/** A change of the good file, and the part that is complained of. */
const WRONG: readonly (readonly [string, string, string])[] = [
  ['date: [2025-06-01]', 'date: [soon]', '/scenarios/0/matrix/date/0'],
  ['act: [procure]', 'act: [sell]', '/scenarios/0/matrix/act/0'],
  ['megawatts: [3, 3 MW', 'megawats: [3, 3 MW', '/scenarios/0/matrix/facts'],
  ['R-1: [yes-it-does, unknown]', 'R-1: [no, unknown]', '/scenarios/0/matrix/readings/R-1/0'],
  ['governing: [supply]', 'governing: [suply]', '/scenarios/0/expect/0/governing/0'],
  ['{ procure: { outcome', '{ sell: { outcome', '/scenarios/0/expect/0/acts'],
  ['outcome: undetermined', 'outcom: undetermined', '/scenarios/0/expect/0'],
  ['why: because', 'why: because\n        pending: so', '/scenarios/0/expect/0'],
  ['actor: buyer', 'actr: buyer', '/scenarios/0/request'],
  ['      date:', '      dates: [1]\n      date:', '/scenarios/0/matrix'],
  ['when: { R-1: unknown }', 'when: {}', '/scenarios/0/expect/2/when'],
];

describe('the schema of scenarios', () => {
  test('accepts a matrix that the loader accepts', () => {
    expect(readScenarios(GOOD, 's.yaml').ok).toBe(true);
    expect(complaints('scenarios', GOOD)).toEqual([]);
  });

  test.each(WRONG)('sees what is wrong with %s written as %s', (right, wrong, where) => {
    expect(GOOD).toContain(right);

    const [first = ''] = complaints('scenarios', GOOD.replace(right, wrong));
    expect(first.split(' ')[0]).toBe(where);
  });

  test.each([
    ['pending: not yet', 'pending: not yet'],
    ['diagnostics', 'diagnostics: [request/undeclared-fact]'],
    ['a rule with diagnostics', 'expect: [{ diagnostics: [request/undeclared-fact] }]'],
  ])('leaves words alone where no answer is expected: %s', (_, expectation) => {
    const text = GOOD.replace('megawatts: [3', 'megawats: [3').replace(/expect:[^]*$/u, `${expectation}\n`);

    expect(readScenarios(text, 's.yaml').ok).toBe(true);
    expect(complaints('scenarios', text)).toEqual([]);
  });
});
