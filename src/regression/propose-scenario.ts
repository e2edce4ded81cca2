import { renderDiagnostic } from '../diagnostics/render-diagnostic.ts';
import { evaluateRequest } from '../evaluation/evaluate-request.ts';
import { checkRequest } from '../pack/check-request.ts';
import type { Pack } from '../pack/pack.ts';
import type { ActExpectation, Expectation, Scenario } from '../pack/scenario.ts';
import type { FoundAnswer } from '../pack/scenarios/found-answer.ts';
import { writeScenario, type ScenarioToWrite } from '../pack/scenarios/write-scenario.ts';
import { foundInAnswer } from './found-in-answer.ts';
import { readCases } from './read-cases.ts';
import { runCase } from './run-cases.ts';

/** A request that somebody may want to keep as a scenario. */
export interface Proposal extends Pick<Scenario, 'id' | 'why'> {
  readonly request: Readonly<Record<string, unknown>>;
  readonly assumptions?: Scenario['assumptions'];
}

/** A scenario with its text, as it can be pasted into a file of the pack. */
export interface ProposedScenario {
  readonly scenario: ScenarioToWrite;
  readonly text: string;
}

/**
 * Makes a scenario of a request: it expects what the engine answers now, so a person has to agree to it. The text is read
 * back and run before it is given. `undefined` where the pack refuses the request.
 */
export async function proposeScenario(pack: Pack, proposal: Proposal): Promise<ProposedScenario | undefined> {
  const { request, assumptions = 'as-stated' } = proposal;
  const checked = checkRequest(pack, request);
  if (!checked.ok) return undefined;
  const { answers } = await evaluateRequest(pack, checked.value, { assumptions });
  const expect = answers.map((answer) => [answer.provider, expectationOf(foundInAnswer(answer))] as const);
  const scenario = { ...proposal, expect: Object.fromEntries(expect) };
  const text = writeScenario(scenario);
  await checkText(pack, scenario.id, text);
  return { scenario, text };
}

/** What is possible and what it turns on is said only where the answer is open. */
function expectationOf({ acts, ...own }: FoundAnswer): Expectation {
  const ofActs = Object.entries(acts);
  if (ofActs.length === 1) return partOf(own);
  return { ...partOf(own), acts: Object.fromEntries(ofActs.map(([act, each]) => [act, partOf(each)])) };
}

function partOf({ outcome, possible, governing, turnsOn }: Required<ActExpectation>): ActExpectation {
  return outcome === 'undetermined' ? { outcome, possible, governing, turnsOn } : { outcome, governing };
}

/** What we have written is read and holds; anything else is our own mistake. */
async function checkText(pack: Pack, id: string, text: string): Promise<void> {
  const file = `${id}.yaml`;
  const read = readCases([{ file, text: `pack: ${pack.id}\nscenarios:\n${text}`, packs: [pack] }]);
  const [only] = read.cases;
  const result = only === undefined ? undefined : await runCase(only);
  if (result?.status === 'passed' && read.cases.length === 1) return;
  const found = result?.mismatches.map((each) => JSON.stringify(each)) ?? [];
  const mistakes = [
    ...(result?.diagnostics ?? []),
    ...read.unusable.flatMap(({ diagnostics }) => diagnostics),
  ];
  const said = [...found, ...mistakes.map((each) => renderDiagnostic(each))].join('\n');
  throw new Error(`the scenario ${id} does not hold as it was written:\n${text}${said}`);
}
