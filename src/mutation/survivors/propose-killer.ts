import type { PackComparison } from '../../comparison/comparison.ts';
import type { Pack } from '../../pack/pack.ts';
import { proposeScenario } from '../../regression/propose-scenario.ts';
import { readCases } from '../../regression/read-cases.ts';
import { runScenario } from '../../regression/run-scenario.ts';
import type { Mutation } from '../mutation.ts';
import type { Trial } from '../run/trial.ts';
import { dealHistories } from './deal-histories.ts';
import { isDocument, tellingRequest, type RequestToTry } from './telling-request.ts';
import { witnessRequests } from './witness-requests.ts';

/** A mutant that no scenario kills, with what is known of it. */
export interface Unkilled {
  readonly mutation: Mutation;
  readonly original: Pack;
  readonly mutant: Pack;
  readonly comparison: PackComparison;
  /** Scenarios whose answer might have been another. */
  readonly tried: readonly Trial[];
  /** Requests in which the clause at issue decides. */
  readonly deciding: () => Promise<readonly RequestToTry['request'][]>;
}

/**
 * Gives a scenario, as text, that would kill a mutant: of the requests that the comparison found; of those that scenarios
 * make already, if more were expected of them; and for a first right of deals made up stage by stage.
 */
export async function proposeKiller(unkilled: Unkilled): Promise<string | undefined> {
  const { original, mutant, mutation } = unkilled;
  const found =
    tellingRequest(original, mutant, witnessRequests(unkilled.comparison, original)) ??
    tellingRequest(original, mutant, asAskedAlready(unkilled)) ??
    tellingRequest(original, mutant, firstOf(await historiesOf(unkilled)));
  if (found === undefined) return undefined;
  const id = mutation.id.replaceAll(/[^A-Za-z0-9.-]+/gu, '-');
  const why = `Nothing else would fail if ${mutation.would}.`;
  const proposed = await proposeScenario(original, { id, why, ...found });
  return proposed !== undefined && (await failsAsWritten(proposed.text, unkilled))
    ? proposed.text
    : undefined;
}

/** What was written is read again, and fails of the mutant. */
async function failsAsWritten(text: string, { original, mutant }: Unkilled): Promise<boolean> {
  const file = `pack: ${original.id}\nscenarios:\n${text}`;
  const [only] = readCases([{ file: 'proposed.yaml', text: file, packs: [original] }]).cases;
  if (only === undefined) return false;
  const { mismatches, diagnostics } = await runScenario(mutant, only.scenario);
  return mismatches.length + diagnostics.length > 0;
}

function asAskedAlready({ tried }: Unkilled): readonly RequestToTry[] {
  return (['as-stated', 'open'] as const).flatMap((assumptions) =>
    tried.flatMap(({ scenario }) => {
      const { request } = scenario;
      return isDocument(request) ? [{ request, assumptions }] : [];
    }),
  );
}

async function historiesOf(unkilled: Unkilled): Promise<Iterable<RequestToTry>> {
  const { mutation, original, mutant, deciding } = unkilled;
  const clauses = [original, mutant].map((pack) => pack.clauses.find(({ id }) => id === mutation.of));
  const [then, now] = clauses;
  if (then?.procedure === undefined || now?.procedure === undefined) return [];
  const both = { original: then, mutant: now };
  const bases = await deciding();
  return (function* () {
    for (const base of bases) yield* dealHistories(base, both, original);
  })();
}

/** More requests than these are not tried. */
const MOST_REQUESTS = 1_000;

function* firstOf<T>(all: Iterable<T>): Generator<T> {
  let left = MOST_REQUESTS;
  for (const each of all) {
    if (left-- === 0) return;
    yield each;
  }
}
