import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Decision } from '../evaluation/decision.ts';
import { evaluateRequest } from '../evaluation/evaluate-request.ts';
import { checkScenarioRequest } from '../pack/check-scenario-request.ts';
import type { Pack } from '../pack/pack.ts';
import type { Request } from '../pack/request.ts';
import type { Expectation, Scenario } from '../pack/scenario.ts';
import { compareAnswer, compareSets, type Mismatch } from './compare-answer.ts';

/** In what a scenario is disappointed; two empty lists where it holds. */
export interface Disappointment {
  readonly mismatches: readonly Mismatch[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Runs one scenario that is not pending: its request gets the expected answers, or exactly the expected diagnostics. */
export async function runScenario(pack: Pack, scenario: Scenario): Promise<Disappointment> {
  const checked = checkScenarioRequest(pack, scenario);
  const diagnostics = checked.ok ? [] : checked.diagnostics;
  const codes = diagnostics.map(({ code }) => code);
  const unexpected = compareSets('diagnostics', scenario.diagnostics ?? [], codes);
  if (unexpected.length > 0) return { mismatches: unexpected, diagnostics };
  if (!checked.ok) return { mismatches: [], diagnostics: [] };
  const decision = await evaluate(pack, scenario, checked.value);
  const expected = Object.entries(scenario.expect ?? {});
  return { mismatches: expected.flatMap((one) => compareWith(decision, ...one)), diagnostics: [] };
}

/** The engine's own bugs are not the scenario's; they are passed on with its name. */
async function evaluate(pack: Pack, { id, assumptions }: Scenario, request: Request): Promise<Decision> {
  try {
    return await evaluateRequest(pack, request, { assumptions });
  } catch (error) {
    throw new Error(`scenario ${id}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

function compareWith(decision: Decision, provider: string, expected: Expectation): readonly Mismatch[] {
  const answer = decision.answers.find((each) => each.provider === provider);
  if (answer === undefined)
    throw new Error(`there is no answer for ${provider}, which the request asks about`);
  return compareAnswer(expected, answer);
}
