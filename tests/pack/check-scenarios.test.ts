import { describe, expect, test } from 'vitest';
import { checkScenarioPack, checkScenarioRequest } from '../../src/pack/check-scenario-request.ts';
import { readScenarios } from '../../src/pack/check-scenarios.ts';
import { codesOf, complaints, goodPack, valueOf } from './good-pack.ts';

const request = 'request: { actor: buyer, date: 2025-06-01, acts: [procure], providers: [rival] }';

/** A file with one scenario, whose keys are given as flow YAML. */
function file(keys: string): string {
  return `pack: good\nscenarios:\n  - { id: one, ${request}, ${keys} }\n`;
}

describe('a scenario', () => {
  test('says what must come of its request', () => {
    const acts = 'acts: { procure: { outcome: prohibited, turns-on: [] } }';
    const expectation = `{ outcome: undetermined, possible: [prohibited, permitted], governing: [supply], ${acts} }`;

    const { pack, scenarios } = valueOf(
      readScenarios(file(`why: because, assumptions: open, expect: { rival: ${expectation} }`), 's.yaml'),
    );

    expect(pack).toBe('good');
    expect(scenarios).toMatchObject([
      {
        id: 'one',
        why: 'because',
        assumptions: 'open',
        request: { actor: 'buyer' },
        expect: {
          rival: {
            outcome: 'undetermined',
            possible: ['prohibited', 'permitted'],
            governing: ['supply'],
            acts: { procure: { outcome: 'prohibited', turnsOn: [] } },
          },
        },
      },
    ]);
  });

  test('says which diagnostics its request gives, or why it is not run', () => {
    const refused = valueOf(readScenarios(file('diagnostics: [request/undeclared-fact]'), 's.yaml'))
      .scenarios[0];
    const pending = valueOf(readScenarios(file('pending: not decided'), 's.yaml')).scenarios[0];

    expect(refused).toMatchObject({ diagnostics: ['request/undeclared-fact'], assumptions: 'as-stated' });
    expect(pending).toMatchObject({ pending: 'not decided' });
    expect(pending).not.toHaveProperty('expect');
  });

  test('has its request checked against a pack, at its place in the file', () => {
    const text = `pack: good\nscenarios:\n  - id: one\n    request:\n      actor: buyer\n      date: 2025-06-01\n      acts: [procure]\n      facts: { sise: small }\n    pending: yes\n`;
    const [scenario] = valueOf(readScenarios(text, 's.yaml')).scenarios;

    expect(scenario && complaints(checkScenarioRequest(goodPack(), scenario))).toEqual([
      'request/undeclared-fact s.yaml:8:16',
    ]);
  });

  test('expects nothing about what its request does not ask', () => {
    const wrong = (keys: string) => {
      const [scenario] = valueOf(readScenarios(file(keys), 's.yaml')).scenarios;
      return scenario && codesOf(checkScenarioRequest(goodPack(), scenario));
    };

    expect(wrong('expect: { rival: { outcome: permitted, governing: [supply] } }')).toEqual([]);
    expect(wrong('expect: { seller: { outcome: permitted } }')).toEqual(['scenario/not-examined']);
    expect(
      wrong('expect: { rival: { outcome: permitted, acts: { sell: { outcome: permitted } } } }'),
    ).toEqual(['scenario/not-examined']);
    expect(wrong('expect: { rival: { outcome: permitted, governing: [suply] } }')).toEqual([
      'scenario/unknown-clause',
    ]);
    expect(wrong('expect: { __proto__: { outcome: permitted } }')).toEqual(['scenario/not-examined']);
  });

  test('belongs to one pack', () => {
    const scenarios = valueOf(readScenarios(file('pending: yes'), 's.yaml'));

    expect(checkScenarioPack(goodPack(), scenarios)).toEqual([]);
    expect(checkScenarioPack({ ...goodPack(), id: 'another' }, scenarios)).toMatchObject([
      { code: 'scenario/other-pack' },
    ]);
  });
});

describe('a file of scenarios with one mistake gives one diagnostic', () => {
  test.each([
    ['', 'scenario/no-expectation'],
    ['why: because', 'scenario/no-expectation'],
    ['expect: {}', 'shape/empty'],
    ['diagnostics: []', 'shape/empty'],
    ['expect: { rival: { outcome: permitted } }, diagnostics: [yaml/tag]', 'scenario/two-expectations'],
    ['expect: { rival: permitted }', 'shape/wrong-value'],
    ['expect: { rival: {} }', 'shape/empty'],
    ['expect: { rival: { governing: [supply] } }', 'shape/missing-key'],
    ['expect: { rival: { outcome: allowed } }', 'shape/wrong-value'],
    ['expect: { rival: { outcom: permitted } }', 'shape/unknown-key'],
    ['expect: { rival: { outcome: permitted, possible: [undetermined] } }', 'shape/wrong-value'],
    ['expect: { rival: { outcome: permitted, possible: [] } }', 'shape/empty'],
    ['expect: { rival: { outcome: permitted, governing: supply } }', 'shape/wrong-value'],
    ['expect: { rival: { outcome: permitted, turnsOn: [] } }', 'shape/unknown-key'],
    ['expect: { rival: { outcome: permitted, acts: { procure: {} } } }', 'shape/empty'],
    ['diagnostics: [request/unknown]', 'scenario/unknown-code'],
    ['diagnostics: [toString]', 'scenario/unknown-code'],
    ['assumptions: closed, pending: so', 'shape/wrong-value'],
    ['pending: true', 'shape/wrong-value'],
    ['pending: so, note: more', 'shape/unknown-key'],
  ])('%s: %s', (keys, code) => {
    expect(codesOf(readScenarios(file(keys), 's.yaml'))).toEqual([code]);
  });

  test.each([
    ['pack: good\n', 'shape/missing-key'],
    ['pack: good\nscenarios: []\n', 'shape/empty'],
    ['pack: 7\nscenarios: [{ id: one, request: {}, pending: so }]\n', 'shape/wrong-value'],
    ['scenarios: [{ id: one, request: {}, pending: so }]\n', 'shape/missing-key'],
    ['pack: good\nscenarios: [{ id: one, pending: so }]\n', 'shape/missing-key'],
    ['pack: good\nscenarios: [{ id: one, request: text, pending: so }]\n', 'shape/wrong-value'],
    ['pack: good\nscenarios: [text]\n', 'shape/wrong-value'],
    ['[]\n', 'shape/wrong-value'],
    ['pack: [\n', 'yaml/syntax'],
  ])('%j: %s', (text, code) => {
    expect(codesOf(readScenarios(text, 's.yaml'))).toEqual([code]);
  });
});
