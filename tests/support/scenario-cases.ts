import { readFileSync } from 'node:fs';
import { evaluateRequest } from '../../src/evaluation/evaluate-request.ts';
import { checkScenarioRequest } from '../../src/pack/check-scenario-request.ts';
import { readScenarios } from '../../src/pack/check-scenarios.ts';
import { loadPack } from '../../src/pack/load-pack.ts';
import type { Pack } from '../../src/pack/pack.ts';
import type { Scenario } from '../../src/pack/scenario.ts';
import type { Budget } from './naive-completion.ts';
import { evaluateNaively, type NaiveProviderAnswer } from './naive-evaluator.ts';

/** A scenario that is not pending, with the pack that it is about. */
export interface ScenarioCase {
  readonly name: string;
  readonly pack: Pack;
  readonly scenario: Scenario;
}

/** Reads the cases of one file; a file or a pack that does not load is an error. */
export async function scenarioCases(
  file: string,
  folderOf: (pack: string) => string,
): Promise<readonly ScenarioCase[]> {
  const read = readScenarios(readFileSync(file, 'utf8'), file);
  if (!read.ok) throw new Error(`${file} does not load`);
  const loaded = await loadPack(folderOf(read.value.pack));
  if (!loaded.ok)
    throw new Error(
      `${read.value.pack} does not load: ${loaded.diagnostics.map(({ code, message }) => `${code}: ${message}`).join('; ')}`,
    );
  return read.value.scenarios
    .filter(({ pending }) => pending === undefined)
    .map((scenario) => ({ name: `${read.value.pack}: ${scenario.id}`, pack: loaded.value, scenario }));
}

/** The possible outcomes for each provider, sorted. */
export type Judgement = readonly (readonly [provider: string, possible: readonly string[]])[];

/** Gives what the naive judge finds possible, who tries every completion within a budget. */
export function judgedNaively(each: ScenarioCase, budget: Budget): Judgement {
  return judgedAnswers(each, budget).map((answer) => [answer.provider, [...answer.possible].toSorted()]);
}

/** Gives the judge's answers with the completions behind them. */
export function judgedAnswers(
  { pack, scenario }: ScenarioCase,
  budget: Budget,
): readonly NaiveProviderAnswer[] {
  const { assumptions } = scenario;
  return evaluateNaively(pack, requestOf(pack, scenario), { assumptions, budget });
}

/** Gives what the engine finds possible. */
export async function decided({ pack, scenario }: ScenarioCase): Promise<Judgement> {
  const { assumptions } = scenario;
  const decision = await evaluateRequest(pack, requestOf(pack, scenario), { assumptions });
  return decision.answers.map(({ provider, possible }) => [provider, possible.toSorted()]);
}

function requestOf(pack: Pack, scenario: Scenario): Parameters<typeof evaluateNaively>[1] {
  const request = checkScenarioRequest(pack, scenario);
  if (!request.ok) throw new Error(`${scenario.id} is not a request`);
  return request.value;
}
