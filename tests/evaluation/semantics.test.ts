import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runScenario } from '../../src/regression/run-scenario.ts';
import { TooManyCompletions } from '../support/naive-completion.ts';
import { decided, judgedNaively, scenarioCases, type ScenarioCase } from '../support/scenario-cases.ts';

const FIXTURES = path.resolve(import.meta.dirname, '../../fixtures');
/** Folders of scenarios, and the folders in which their packs stand. */
const HOUSES = [
  ['semantics/cases', 'semantics/rules'],
  ['openai/scenarios', '../rules'],
] as const;

/** Scenarios with more completions than the judge can try. */
const BEYOND_THE_JUDGE: ReadonlySet<string> = new Set([
  'T1-no-assumptions',
  'T2-open',
  'T6-without-assumptions',
]);

const cases: ScenarioCase[] = [];
for (const [scenarios, rules] of HOUSES) {
  for (const file of readdirSync(path.join(FIXTURES, scenarios))) {
    const inRules = (pack: string): string => path.join(FIXTURES, rules, pack);
    cases.push(...(await scenarioCases(path.join(FIXTURES, scenarios, file), inRules)));
  }
}

describe('the semantics', () => {
  test('are shown by more than a hundred scenarios', () => {
    expect(cases.length).toBeGreaterThan(100);
  });

  test.each(cases)('hold in $name', async ({ pack, scenario }) => {
    const { mismatches, diagnostics } = await runScenario(pack, scenario);

    expect({ mismatches, diagnostics }).toEqual({ mismatches: [], diagnostics: [] });
  });

  test.each(cases)('are judged alike by the naive evaluator: $name', async (each) => {
    if (BEYOND_THE_JUDGE.has(each.scenario.id)) {
      const budget = { completions: 1000, work: 20_000 };
      expect(() => judgedNaively(each, budget)).toThrow(TooManyCompletions);
      return;
    }

    expect(await decided(each)).toEqual(judgedNaively(each, { completions: 20_000, work: 4_000_000 }));
  });
});
