import type { Exact } from '../../diagram/requests/exact-answer.ts';
import type { Clause } from '../../pack/pack.ts';
import type { SettledOutcome } from '../../vocabulary/outcome.ts';
import type { ClauseFinding } from '../clauses/find-clause.ts';
import type { Verdict, World } from '../outcomes/verdict.ts';
import { completionBy } from './completion.ts';
import { openCompletions } from './completed-worlds.ts';
import { crossCheckWitness } from './cross-check.ts';
import type { ExactAnswers } from './exact-answers.ts';

/** An answer whose witnesses are to be checked. */
export interface Witnessed {
  readonly candidate: string;
  readonly acts: readonly string[];
  /** What the rules engine says of the acts in the request as it stands. */
  readonly verdicts: readonly Verdict[];
  readonly exact: Exact;
  /** What the rules engine says of the same acts in another world. */
  readonly boundsIn: (world: World) => Promise<Bounds>;
}

/** What is possible at most, and the verdicts on which that rests. */
export interface Bounds {
  readonly possible: readonly SettledOutcome[];
  readonly verdicts: readonly Verdict[];
}

/** Checks the witnesses of an answer. Throws `EnginesDisagree` at the first that the rules engine contradicts. */
export type CheckWitnesses = (witnessed: Witnessed) => Promise<void>;

/**
 * Prepares to run the rules engine again in the case that an answer gives for each of its possible outcomes. An answer with
 * one outcome has no witnesses, and nothing is run again for it. The same acts of a candidate are checked once.
 */
export function openWitnessCheck(base: World, exactAnswers: ExactAnswers): CheckWitnesses {
  const completedWorld = openCompletions(base);
  const checked = new Set<string>();
  return async ({ candidate, acts, verdicts, exact, boundsIn }) => {
    const key = JSON.stringify([candidate, acts]);
    if (checked.has(key)) return;
    checked.add(key);
    const findings = findingsIn(verdicts);
    const rights = base.request.opportunity === undefined ? [] : firstRightsIn(findings);
    for (const witness of exact.witnesses) {
      const { where } = witness;
      const states = exactAnswers.statesUnder(rights, candidate, base.settlement, where);
      const world = await completedWorld(completionBy(where, base, states), candidate, findings);
      const bounds = await boundsIn(world);
      const bounded = bounds.verdicts.some(hasNoCase) ? [] : bounds.possible;
      crossCheckWitness({ candidate, acts, bounded, exact: exact.possible }, witness, base.request);
    }
  };
}

/** What each clause says, once, however many of the acts it bears on. */
function findingsIn(verdicts: readonly Verdict[]): readonly ClauseFinding[] {
  const findings = verdicts.flatMap(({ standings }) => standings.map(({ finding }) => finding));
  return [...new Map(findings.map((finding) => [finding.clause.id, finding])).values()];
}

function firstRightsIn(findings: readonly ClauseFinding[]): readonly Clause[] {
  return findings.flatMap(({ clause, positions }) =>
    clause.procedure !== undefined && positions.length > 1 ? [clause] : [],
  );
}

/** A clause has no position left where it is taken to stand in a state that cannot be. */
function hasNoCase({ standings }: Verdict): boolean {
  return standings.some(({ finding }) => finding.positions.length === 0);
}
