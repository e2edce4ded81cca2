import type { Diagram } from '../../diagram/algebra/diagrams.ts';
import { actDiagrams, type ActDiagrams } from '../../diagram/clauses/act-diagrams.ts';
import { ANY_OTHER } from '../../diagram/compile/any-other.ts';
import { candidatesToldApart } from '../../diagram/compile/compile-pack.ts';
import { levelsReadBy, orderedByClauses } from '../../diagram/compile/plan-order.ts';
import type { Pack } from '../../pack/pack.ts';
import { bothSides, idsOfBoth, SIDES, type Side, type Sided } from '../sides.ts';
import { jointGround, type Asked, type JointGround } from './joint-ground.ts';
import type { JointWords } from './joint-words.ts';
import { ordinaryDiagram } from './ordinary-diagram.ts';
import { asStatedDiagram, possibleDiagram, viewOf } from './possible-diagram.ts';

/** What an act of an actor with a candidate comes to on both sides. */
export interface JointAct {
  readonly actor: string;
  readonly act: string;
  readonly candidate: string;
  readonly sides: Sided<ActDiagrams>;
}

/** Two packs in one store: equal functions are the same diagram. */
export interface JointDiagrams extends JointGround {
  readonly words: JointWords;
  readonly acts: readonly JointAct[];
  /** Every candidate that either side tells apart, and at the end the one for the rest. */
  readonly candidates: readonly string[];
  /** Where classes can occur together. */
  readonly possible: Diagram;
  /** The ordinary case. */
  readonly ordinary: Diagram;
  /** Where besides every assumed value is as it is assumed. */
  readonly stated: Diagram;
}

/** Builds both packs over one set of variables. Throws `BudgetSpent` beyond the budget of nodes. */
export function jointDiagrams(words: JointWords, budget: number): JointDiagrams {
  const { packs } = words;
  const ground = jointGround(words, orderOf(words), budget);
  const candidates = candidatesOf(packs);
  const build = bothSides((side) => builderOf(ground, packs[side], side));
  const pairs = actorsAndActs(packs);
  const acts = candidates.flatMap((candidate) =>
    pairs.map(({ actor, act }) => ({
      actor,
      act,
      candidate,
      sides: bothSides((side) => build[side](actor, act, candidate)),
    })),
  );
  const possible = possibleDiagram(ground, words);
  const stated = ground.diagrams.and(possible, asStatedDiagram(ground));
  const ordinary = ordinaryDiagram(ground, words);
  return { ...ground, words, acts, candidates, possible, stated, ordinary };
}

function builderOf(
  ground: JointGround,
  pack: Pack,
  side: Side,
): (actor: string, act: string, candidate: string) => ActDiagrams {
  const shared = new Map<string, Diagram>();
  const known = new Map<string, ReturnType<typeof actDiagrams>>();
  return (actor, act, candidate) => {
    const own = asKnownTo(pack, candidate);
    const built = known.get(own) ?? actDiagrams(ground.forCandidate(side, own), shared);
    known.set(own, built);
    return built(actor, act);
  };
}

/** The candidate as a pack knows it. */
export function asKnownTo({ parties }: Pack, candidate: string): string {
  return parties.some(({ id }) => id === candidate) ? candidate : ANY_OTHER;
}

function candidatesOf(packs: Sided<Pack>): readonly string[] {
  const told = SIDES.flatMap((side) => candidatesToldApart(packs[side]));
  const ids = idsOfBoth({ before: packs.before.parties, after: packs.after.parties });
  return [...ids.filter((id) => told.includes(id)), ANY_OTHER];
}

/** Actors whom some clause binds, with the acts of which one that binds them speaks. */
function actorsAndActs(packs: Sided<Pack>): readonly { readonly actor: string; readonly act: string }[] {
  const clauses = SIDES.flatMap((side) => packs[side].clauses);
  const actors = idsOfBoth({ before: packs.before.parties, after: packs.after.parties });
  const acts = idsOfBoth({ before: packs.before.acts, after: packs.after.acts });
  return actors.flatMap((actor) =>
    acts
      .filter((act) => clauses.some((clause) => clause.binds.includes(actor) && clause.acts.includes(act)))
      .map((act) => ({ actor, act })),
  );
}

/** The date first, then the other variables by how many clauses of both packs read them. */
function orderOf(words: JointWords): readonly Asked[] {
  const { date, packs } = words;
  type Keyed = Asked & { readonly key: string };
  const first: readonly Keyed[] =
    date === undefined ? [] : [{ key: date.key, side: 'after', variable: date }];
  // One store serves all clauses: what a diagram depends on does not hang on the order of its variables.
  const ground = jointGround(words);
  const readBy = SIDES.flatMap((side) =>
    packs[side].clauses.map((clause): readonly Keyed[] => {
      const levels = levelsReadBy(clause, ground.diagrams, (each) => ground.forCandidate(side, each));
      return levels.flatMap((level) => {
        const variable = ground.variables[level];
        return variable === undefined ? [] : [{ key: variable.key, side, variable: viewOf(variable) }];
      });
    }),
  );
  return orderedByClauses(first, readBy);
}
