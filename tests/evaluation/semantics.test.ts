import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { evaluateRequest } from '../../src/evaluation/evaluate-request.ts';
import { checkScenarioRequest } from '../../src/pack/check-scenario-request.ts';
import { readScenarios } from '../../src/pack/check-scenarios.ts';
import { loadPack } from '../../src/pack/load-pack.ts';
import type { Pack } from '../../src/pack/pack.ts';
import type { Scenario } from '../../src/pack/scenario.ts';
import { runScenario } from '../../src/regression/run-scenario.ts';
import { TooManyCompletions } from '../support/naive-completion.ts';
import { evaluateNaively } from '../support/naive-evaluator.ts';

const FIXTURES = path.resolve(import.meta.dirname, '../../fixtures');
/** Folders of scenarios, and the folders in which their packs stand. */
const HOUSES = [
  ['semantics/cases', 'semantics/rules'],
  ['openai/scenarios', '../rules'],
] as const;

/** Scenarios with more completions than the judge can try. */
const BEYOND_THE_JUDGE: ReadonlySet<string> = new Set(['T1-no-assumptions']);

const cases: { readonly name: string; readonly pack: Pack; readonly scenario: Scenario }[] = [];
for (const [scenarios, rules] of HOUSES) {
  for (const file of readdirSync(path.join(FIXTURES, scenarios))) {
    const read = readScenarios(readFileSync(path.join(FIXTURES, scenarios, file), 'utf8'), file);
    if (!read.ok) throw new Error(`${file} does not load`);
    const loaded = await loadPack(path.join(FIXTURES, rules, read.value.pack));
    if (!loaded.ok) throw new Error(`${read.value.pack} does not load`);
    for (const scenario of read.value.scenarios.filter(({ pending }) => pending === undefined)) {
      cases.push({ name: `${read.value.pack}: ${scenario.id}`, pack: loaded.value, scenario });
    }
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

  test.each(cases)('are judged alike by the naive evaluator: $name', async ({ pack, scenario }) => {
    const request = checkScenarioRequest(pack, scenario);
    if (!request.ok) throw new Error(`${scenario.id} is not a request`);
    const options = { assumptions: scenario.assumptions, budget: { completions: 20_000, work: 4_000_000 } };

    if (BEYOND_THE_JUDGE.has(scenario.id)) {
      const budget = { completions: 1000, work: 20_000 };
      expect(() => evaluateNaively(pack, request.value, { ...options, budget })).toThrow(TooManyCompletions);
      return;
    }
    const judged = evaluateNaively(pack, request.value, options);
    const decided = await evaluateRequest(pack, request.value, options);

    const judgement = judged.map((answer) => [answer.provider, [...answer.possible].toSorted()]);
    expect(decided.answers.map(({ provider, possible }) => [provider, possible.toSorted()])).toEqual(
      judgement,
    );
  });
});
