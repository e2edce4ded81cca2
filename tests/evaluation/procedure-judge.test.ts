import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { judgedNaively, scenarioCases, type ScenarioCase } from '../support/scenario-cases.ts';

const FIXTURES = path.resolve(import.meta.dirname, '../../fixtures');
const cases: ScenarioCase[] = [];
for (const [scenarios, rules] of [
  ['semantics/cases', 'semantics/rules'],
  ['openai/scenarios', '../rules'],
] as const) {
  for (const file of readdirSync(path.join(FIXTURES, scenarios))) {
    cases.push(...(await scenarioCases(path.join(FIXTURES, scenarios, file), (pack) => path.join(FIXTURES, rules, pack))));
  }
}
describe('judge', () => {
  test.each(cases)('$name', (each) => {
    const judged = judgedNaively(each, { completions: 20_000, work: 4_000_000 });
    const { expectation } = each.scenario as any;
    const said = Object.fromEntries(judged);
    for (const [provider, one] of Object.entries<any>(expectation?.answers ?? {})) {
      expect([provider, said[provider]]).toEqual([provider, [...(one.possible ?? [one.outcome])].sort()]);
    }
  });
});
