import { checkScenarioRequest } from '../../pack/check-scenario-request.ts';
import type { Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import type { Scenario } from '../../pack/scenario.ts';
import { compareAnswer, compareSets } from '../../regression/compare-answer.ts';
import { runScenario } from '../../regression/run-scenario.ts';
import { quickAnswer } from './quick-answer.ts';

/** A scenario that holds of the original, and how it can be tried on mutants. */
export interface Trial {
  readonly scenario: Scenario;
  /** What it asks of the original; left out where it is there to be refused. */
  readonly request?: Request;
  /** Whether the decision diagram alone shows that it holds: then no record of why is needed to see it fail. */
  readonly isQuick: boolean;
  /** Clauses that govern what it asks about. */
  readonly governing: ReadonlySet<string>;
}

/** Prepares to try a scenario of which it is known that it holds. */
export function trialOf(scenario: Scenario, pack: Pack): Trial {
  const checked = checkScenarioRequest(pack, scenario);
  const isQuick = holdsQuickly(scenario, pack) === true;
  if (!checked.ok) return { scenario, isQuick, governing: new Set() };
  const answer = quickAnswer(pack, { request: checked.value, assumptions: scenario.assumptions });
  const governing = Object.keys(scenario.expect ?? {}).flatMap(
    (provider) => answer(provider)?.governing.map(({ clause }) => clause) ?? [],
  );
  return { scenario, isQuick, request: checked.value, governing: new Set(governing) };
}

/** Finds whether a scenario fails of a mutant. */
export async function failsOn({ scenario, isQuick }: Trial, mutant: Pack): Promise<boolean> {
  const holds = isQuick ? holdsQuickly(scenario, mutant) : undefined;
  if (holds !== undefined) return !holds;
  const { mismatches, diagnostics } = await runScenario(mutant, scenario);
  return mismatches.length + diagnostics.length > 0;
}

/** Finds whether a mutant refuses what a scenario asks, or what it names. */
export function isRefused({ scenario }: Trial, mutant: Pack): boolean {
  const checked = checkScenarioRequest(mutant, scenario);
  const codes = checked.ok ? [] : checked.diagnostics.map(({ code }) => code);
  return compareSets('diagnostics', scenario.diagnostics ?? [], codes).length > 0;
}

/** Whether a scenario holds by the decision diagram alone; `undefined` where that cannot tell. */
function holdsQuickly(scenario: Scenario, pack: Pack): boolean | undefined {
  const { diagnostics = [] } = scenario;
  const checked = checkScenarioRequest(pack, scenario);
  const codes = checked.ok ? [] : checked.diagnostics.map(({ code }) => code);
  if (checked.ok && diagnostics.length === 0) return isAnsweredAsExpected(scenario, checked.value, pack);
  return compareSets('diagnostics', diagnostics, codes).length === 0;
}

function isAnsweredAsExpected(
  { assumptions, expect = {} }: Scenario,
  request: Request,
  pack: Pack,
): boolean | undefined {
  const answer = quickAnswer(pack, { request, assumptions });
  for (const [provider, expected] of Object.entries(expect)) {
    const isPerAct = expected.acts !== undefined || expected.governing !== undefined;
    const found = answer(provider, isPerAct ? 'each act' : 'together');
    if (found === undefined) return undefined;
    if (compareAnswer(expected, found).length > 0) return false;
  }
  return true;
}
