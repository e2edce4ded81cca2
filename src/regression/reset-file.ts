import { evaluateRequest } from '../evaluation/evaluate-request.ts';
import { checkScenarioRequest } from '../pack/check-scenario-request.ts';
import type { FoundAnswer } from '../pack/scenarios/found-answer.ts';
import { rewriteExpectations } from '../pack/scenarios/rewrite-expectations.ts';
import { foundInAnswer } from './found-in-answer.ts';
import { readCases, type Case, type ScenarioText } from './read-cases.ts';
import type { ScenarioResult } from './report.ts';
import { runCase } from './run-cases.ts';

/** What became of a file whose failing scenarios were to be rewritten. */
export interface ResetFile {
  readonly file: string;
  /** The new text; the old one where nothing changed. */
  readonly text: string;
  /** As they failed, before they were rewritten. */
  readonly rewritten: readonly ScenarioResult[];
  /** Those that fail still, and why they were not touched. */
  readonly left: readonly (ScenarioResult & { readonly because: string })[];
}

/**
 * Makes a file of scenarios say what the engine says of those that were chosen. A scenario whose request gets
 * diagnostics, or should and does not, is for its writer to look at, and stays.
 */
export async function resetFile(
  { file, text, packs }: ScenarioText,
  own: readonly Case[],
  chosen: ReadonlySet<Case>,
): Promise<ResetFile> {
  const failing = new Map<Case, ScenarioResult>();
  const holding: Case[] = [];
  for (const each of own) {
    const result = await runCase(each);
    if (result.status === 'passed') holding.push(each);
    if (result.status === 'failed' && chosen.has(each)) failing.set(each, result);
  }
  const mayChange = [...failing].filter(([, result]) => isExplained(result)).map(([each]) => each);
  const rewrites = await Promise.all(
    own.map(async (each) =>
      mayChange.includes(each)
        ? { scenario: each.scenario, found: await answersTo(each) }
        : { scenario: each.scenario },
    ),
  );
  const { text: changed, left } = rewriteExpectations(text, rewrites);
  const rewritten = mayChange.filter(({ scenario }) => !left.has(scenario.id));
  await checkRewritten({ file, text: changed, packs }, own, [...holding, ...rewritten]);
  return {
    file,
    text: changed,
    rewritten: rewritten.flatMap((each) => failing.get(each) ?? []),
    left: [...failing].flatMap(([each, result]) =>
      rewritten.includes(each) ? [] : [{ ...result, because: reasonFor(result) }],
    ),
  };
}

function isExplained({ diagnostics, mismatches }: ScenarioResult): boolean {
  return diagnostics.length === 0 && mismatches.every(({ what }) => what !== 'diagnostics');
}

function reasonFor(result: ScenarioResult): string {
  return isExplained(result)
    ? 'what it expects is repeated by an alias of YAML'
    : 'what it says of diagnostics is for its writer to look at';
}

async function answersTo({ pack, scenario }: Case): Promise<ReadonlyMap<string, FoundAnswer>> {
  const request = checkScenarioRequest(pack, scenario);
  if (!request.ok) return new Map();
  const { answers } = await evaluateRequest(pack, request.value, { assumptions: scenario.assumptions });
  const wanted = Object.keys(scenario.expect ?? {});
  return new Map(
    answers.flatMap((answer) =>
      wanted.includes(answer.provider) ? [[answer.provider, foundInAnswer(answer)] as const] : [],
    ),
  );
}

/** The new text has the scenarios of the old one, and those hold that should. Anything else is our own mistake. */
async function checkRewritten(
  changed: ScenarioText,
  before: readonly Case[],
  should: readonly Case[],
): Promise<void> {
  const { cases } = readCases([changed]);
  const ids = (all: readonly Case[]): string =>
    JSON.stringify(all.map(({ scenario }) => scenario.id).toSorted());
  if (ids(cases) !== ids(before)) throw new Error(`rewriting ${changed.file} would lose scenarios`);
  const wanted = new Set(should.map(({ scenario }) => scenario.id));
  for (const each of cases) {
    if (!wanted.has(each.scenario.id)) continue;
    const { status } = await runCase(each);
    if (status !== 'passed') throw new Error(`rewriting ${each.scenario.id} would leave it failing`);
  }
}
