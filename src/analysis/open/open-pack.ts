import type { Diagram, Diagrams } from '../../diagram/algebra/diagrams.ts';
import { actDiagrams, scopesOn, type ActDiagrams } from '../../diagram/clauses/act-diagrams.ts';
import type { CandidateGround } from '../../diagram/clauses/ground.ts';
import type { ScopeDiagram } from '../../diagram/clauses/position-diagrams.ts';
import { candidatesToldApart } from '../../diagram/compile/compile-pack.ts';
import { dateVariable, type DateVariable } from '../../diagram/compile/date-variable.ts';
import { packGround } from '../../diagram/compile/pack-ground.ts';
import { levelsReadBy, orderedByClauses } from '../../diagram/compile/plan-order.ts';
import type { Variable } from '../../diagram/variables/variable.ts';
import type { Pack } from '../../pack/pack.ts';
import { withProbes } from './with-probes.ts';

/** One act of an actor with one candidate, and what it comes to. */
export interface OpenAct extends ActDiagrams {
  readonly actor: string;
  readonly act: string;
  readonly candidate: string;
}

/** A candidate that clauses or promises tell apart from others. */
export interface OpenCandidate {
  readonly candidate: string;
  readonly ground: CandidateGround;
  readonly scope: ScopeDiagram;
  readonly actOf: (actor: string, act: string) => OpenAct;
}

/** A whole pack as diagrams in which nothing is settled: no reading, and no value that is assumed. */
export interface OpenPack {
  readonly pack: Pack;
  readonly diagrams: Diagrams;
  /** By level. */
  readonly variables: readonly Variable[];
  readonly date: DateVariable;
  readonly candidates: readonly OpenCandidate[];
  /** Each act of which a clause that binds the actor speaks, with each candidate. */
  readonly acts: readonly OpenAct[];
}

/** Opens a pack. Throws `BudgetSpent` beyond the budget of nodes. */
export function openPack(pack: Pack, budget: number): OpenPack {
  const probed = withProbes(pack);
  const date = dateVariable(probed);
  const ground = packGround(probed, 'open', date, { order: orderOf(probed, date), budget });
  const shared = new Map<string, Diagram>();
  const candidates = candidatesToldApart(probed).map((candidate): OpenCandidate => {
    const own = ground.forCandidate(candidate);
    const built = actDiagrams(own, shared);
    return {
      candidate,
      ground: own,
      scope: scopesOn(own, shared),
      actOf: (actor, act) => ({ actor, act, candidate, ...built(actor, act) }),
    };
  });
  const acts = candidates.flatMap(({ actOf }) => actsSpokenOf(pack).map(([actor, act]) => actOf(actor, act)));
  const { diagrams, variables } = ground;
  return { pack: probed, diagrams, variables, date, candidates, acts };
}

function orderOf(pack: Pack, date: DateVariable): readonly Variable[] {
  return orderedByClauses(
    [date],
    pack.clauses
      .filter(({ binds }) => binds.length > 0)
      .map((clause) => {
        const { diagrams, variables, forCandidate } = packGround(pack, 'open', date);
        return levelsReadBy(clause, diagrams, forCandidate).flatMap((level) => variables[level] ?? []);
      }),
  );
}

function actsSpokenOf({ parties, acts, clauses }: Pack): readonly (readonly [string, string])[] {
  return parties.flatMap(({ id: actor }) =>
    acts
      .filter((act) => clauses.some((clause) => clause.binds.includes(actor) && clause.acts.includes(act.id)))
      .map((act) => [actor, act.id] as const),
  );
}
