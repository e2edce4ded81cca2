import { describe, expect, test } from 'vitest';
import { runScenario } from '../../src/regression/run-scenario.ts';
import { clausePacks } from '../support/clause-packs.ts';
import { decided, judgedNaively } from '../support/scenario-cases.ts';

const packs = await clausePacks();
const cases = packs.flatMap((each) => each.cases);

describe('real clauses', () => {
  test('are more than twenty', () => {
    expect(packs.length).toBeGreaterThan(20);
  });

  test.each(packs)(
    '$id is a pack under its own number, of at least three scenarios',
    ({ id, pack, cases: own }) => {
      expect(pack.id).toBe(id);
      expect(own.length).toBeGreaterThanOrEqual(3);
      expect(own.filter(({ pack: about }) => about.id !== id)).toEqual([]);
      expect(own.filter(({ scenario }) => !scenario.id.startsWith(`${id}-`))).toEqual([]);
    },
  );

  test.each(packs)('$id has a scenario on what the clause leaves open', ({ cases: own }) => {
    const open = own
      .flatMap(({ scenario }) => Object.values(scenario.expect ?? {}))
      .filter(({ outcome }) => outcome === 'undetermined');

    expect(open.length).toBeGreaterThan(0);
    expect(
      open.filter(({ possible = [], turnsOn = [] }) => possible.length < 2 || turnsOn.length < 1),
    ).toEqual([]);
  });

  test.each(packs)('$id gives its clauses neither quotes nor assumptions', ({ pack }) => {
    expect(pack.clauses.filter(({ source }) => source.quote !== undefined)).toEqual([]);
    expect(JSON.stringify(pack.clauses)).not.toContain('"is":"assumed"');
    expect(pack.readings.filter(({ assumed }) => assumed !== undefined)).toEqual([]);
  });

  test.each(cases)('get the answer that follows from the clause in $name', async ({ pack, scenario }) => {
    const { mismatches, diagnostics } = await runScenario(pack, scenario);

    expect({ mismatches, diagnostics }).toEqual({ mismatches: [], diagnostics: [] });
  });

  test.each(cases)('are judged alike by the naive evaluator: $name', async (each) => {
    expect(await decided(each)).toEqual(judgedNaively(each, { completions: 20_000, work: 4_000_000 }));
  });
});
