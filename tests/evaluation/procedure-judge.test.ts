import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { supportOf } from '../support/naive-support.ts';
import { judgedAnswers, scenarioCases, type ScenarioCase } from '../support/scenario-cases.ts';

const SEMANTICS = path.resolve(import.meta.dirname, '../../fixtures/semantics');

const cases: ScenarioCase[] = [];
for (const file of readdirSync(path.join(SEMANTICS, 'cases'))) {
  if (!file.startsWith('procedure-')) continue;
  const folder = (pack: string): string => path.join(SEMANTICS, 'rules', pack);
  cases.push(...(await scenarioCases(path.join(SEMANTICS, 'cases', file), folder)));
}

describe('the whole of a first right', () => {
  test('is shown by more than a hundred and fifty scenarios', () => {
    expect(cases.length).toBeGreaterThan(150);
  });

  test.each(cases)('is judged as it was worked out by hand: $name', (each) => {
    const answers = judgedAnswers(each, { completions: 20_000, work: 400_000 });

    const judged = answers.map(({ provider, possible, completions }) => ({
      provider,
      possible: [...possible].toSorted(),
      turnsOn: [...supportOf(completions)].toSorted(),
    }));
    expect(judged).toEqual(expectedOf(each));
  });
});

function expectedOf({ scenario }: ScenarioCase): unknown {
  return Object.entries(scenario.expect ?? {}).map(([provider, { outcome, possible, turnsOn }]) => ({
    provider,
    possible: [...(possible ?? [outcome])].toSorted(),
    turnsOn: [...(turnsOn ?? [])].toSorted(),
  }));
}
