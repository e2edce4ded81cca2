import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readScenarios } from '../../src/pack/check-scenarios.ts';
import { writeScenario } from '../../src/pack/scenarios/write-scenario.ts';
import { runs, SEED } from '../support/seed.ts';
import { valueOf } from './good-pack.ts';

const HEAD = 'pack: example\nscenarios:\n';

describe('writing a scenario', () => {
  test('writes maps in lines and lists in brackets, below the entries of a file', () => {
    const text = writeScenario({
      id: 'unoffered',
      why: 'Nothing was offered: the holder is asked first.',
      request: {
        actor: 'buyer',
        date: '2025-03-31',
        acts: ['a', 'b'],
        facts: { megawatts: 200 },
        events: [],
      },
      assumptions: 'open',
      expect: {
        rival: {
          outcome: 'undetermined',
          possible: ['first-refusal', 'permitted'],
          turnsOn: ['own-site'],
          acts: { a: { outcome: 'permitted', governing: [] } },
        },
      },
    });

    expect(text.trimEnd().split('\n')).toEqual([
      '  - id: unoffered',
      '    why: "Nothing was offered: the holder is asked first."',
      '    request:',
      '      actor: buyer',
      '      date: 2025-03-31',
      '      acts: [a, b]',
      '      facts:',
      '        megawatts: 200',
      '      events: []',
      '    assumptions: open',
      '    expect:',
      '      rival:',
      '        outcome: undetermined',
      '        possible: [first-refusal, permitted]',
      '        turns-on: [own-site]',
      '        acts:',
      '          a:',
      '            outcome: permitted',
      '            governing: []',
    ]);
  });

  test.each([
    'true',
    '1',
    '0x1F',
    'null',
    '~',
    '- a',
    '# b',
    'a: b',
    '&x',
    '*x',
    '{',
    '"',
    "'",
    ' a',
    '@',
    '%',
  ])('quotes %j, which would read as something else', (odd) => {
    expect(readBack({ [odd]: odd })).toEqual({ [odd]: odd });
  });

  test(`is read back as it was meant (seed ${String(SEED)})`, () => {
    const whole = fc.string({ unit: 'binary' });
    const key = whole.filter((text) => text !== '' && text !== '__proto__');
    const scalar = fc.oneof(
      whole,
      fc.boolean(),
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
    );
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        scalar,
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 4 }),
      ),
    }));

    fc.assert(
      fc.property(fc.dictionary(key, tree, { maxKeys: 5 }), (request) => {
        expect(readBack(request)).toEqual(plain(request));
      }),
      { seed: SEED, numRuns: runs(100) },
    );
  });

  test('repeats a part that stands there twice, without an alias', () => {
    const part = ['x', 'y'];

    expect(readBack({ one: part, other: part })).toEqual({ one: part, other: part });
    expect(writeScenario(scenarioOf({ one: part, other: part }))).not.toMatch(/[&*]/u);
  });
});

function scenarioOf(request: Readonly<Record<string, unknown>>) {
  return { id: 'drawn', why: 'It was drawn.', request, expect: { rival: { outcome: 'permitted' } } } as const;
}

function readBack(request: Readonly<Record<string, unknown>>): unknown {
  const { scenarios } = valueOf(readScenarios(HEAD + writeScenario(scenarioOf(request)), 'written.yaml'));
  expect(scenarios).toHaveLength(1);
  return plain(scenarios[0]?.request);
}

/** YAML, like JSON, has no negative zero worth keeping, and what is read has no prototype. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
