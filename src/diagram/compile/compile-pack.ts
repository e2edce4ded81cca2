import type { Clause, Pack } from '../../pack/pack.ts';
import { scopesOf } from '../../pack/scopes.ts';
import type { Settlement } from '../../pack/settlement.ts';
import { testsOf } from '../../vocabulary/criterion.ts';
import type { Diagram } from '../algebra/diagrams.ts';
import { actDiagrams } from '../clauses/act-diagrams.ts';
import type { Variable } from '../variables/variable.ts';
import { dateVariable, type DateVariable } from './date-variable.ts';
import { ANY_OTHER } from './any-other.ts';
import { packGround } from './pack-ground.ts';
import { levelsReadBy, orderedByClauses } from './plan-order.ts';
import { sifted, type OrderedDiagrams } from './sift/sifted.ts';

/** By actor, then act, then candidate; a candidate that is not there is treated like any other. */
type Outcomes = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, Diagram>>>;

/** A whole pack as diagrams: one for each actor that some clause binds, each act, and each candidate told apart. */
export interface PackDiagrams extends OrderedDiagrams {
  readonly date: DateVariable;
  readonly outcomes: Outcomes;
}

/** Beyond this many nodes, a few seconds of work and some tens of megabytes, a pack is not compiled as a whole. */
export const MOST_NODES = 2_000_000;

/** Compiles a pack under a settlement. Throws `BudgetSpent` beyond the budget of nodes. */
export function compileDiagrams(pack: Pack, settlement: Settlement, budget = MOST_NODES): PackDiagrams {
  return inBetterOrder(diagramsAsPlanned(pack, settlement, budget));
}

/** Gives the diagrams in the order that was planned before there were any. */
export function diagramsAsPlanned(pack: Pack, settlement: Settlement, budget = MOST_NODES): PackDiagrams {
  const date = dateVariable(pack);
  const ground = packGround(pack, settlement, date, {
    order: orderedVariables(pack, settlement, date),
    budget,
  });
  const shared = new Map<string, Diagram>();
  const candidates = candidatesToldApart(pack).map(
    (candidate) => [candidate, actDiagrams(ground.forCandidate(candidate), shared)] as const,
  );
  const actors = [...new Set(pack.clauses.flatMap(({ binds }) => binds))].toSorted();
  const outcomes = actors.map((actor) => {
    const acts = pack.acts.map(({ id: act }) => {
      const own = candidates.map(
        ([candidate, diagramsOf]) => [candidate, diagramsOf(actor, act).outcome] as const,
      );
      return [act, new Map(own)] as const;
    });
    return [actor, new Map(acts)] as const;
  });
  const { diagrams, variables } = ground;
  return { diagrams, variables, date, outcomes: new Map(outcomes) };
}

function inBetterOrder({ diagrams, variables, date, outcomes }: PackDiagrams): PackDiagrams {
  const roots = [...outcomes.values()].flatMap((acts) =>
    [...acts.values()].flatMap((own) => [...own.values()]),
  );
  const { rootOf, ...ordered } = sifted({ diagrams, variables }, roots);
  const moved = mapValues(outcomes, (acts) => mapValues(acts, (own) => mapValues(own, rootOf)));
  return { ...ordered, date, outcomes: moved };
}

function mapValues<From, To>(
  map: ReadonlyMap<string, From>,
  to: (value: From) => To,
): ReadonlyMap<string, To> {
  return new Map([...map].map(([key, value]) => [key, to(value)]));
}

/** Gives every variable that clauses of the pack depend on, ordered: the date first, then by how many clauses read them. */
export function orderedVariables(
  pack: Pack,
  settlement: Settlement,
  date: DateVariable,
): readonly Variable[] {
  return orderedByClauses(
    [date],
    pack.clauses.map((clause) => {
      const { diagrams, variables, forCandidate } = packGround(pack, settlement, date);
      return levelsReadBy(clause, diagrams, forCandidate).flatMap((level) => variables[level] ?? []);
    }),
  );
}

/** Parties that some clause tells apart from the rest, and one for the rest. */
export function candidatesToldApart({ clauses, parties }: Pack): readonly string[] {
  const named = new Set(clauses.flatMap(partiesNamed));
  const groups = new Set(clauses.flatMap(({ holder }) => holder ?? []));
  const affiliates = parties.filter(({ affiliateOf = [] }) => affiliateOf.some((id) => groups.has(id)));
  for (const { id } of affiliates) named.add(id);
  return [...parties.map(({ id }) => id).filter((id) => named.has(id)), ANY_OTHER];
}

function partiesNamed(clause: Clause): readonly string[] {
  const { holder, grantor, sole, providers } = clause;
  return [
    ...(holder === undefined ? [] : [holder]),
    ...(sole !== undefined && grantor !== undefined ? [grantor] : []),
    ...(providers.is === 'any' ? [] : providers.parties),
    ...criteriaParties(clause),
  ];
}

function criteriaParties(clause: Clause): readonly string[] {
  return scopesOf(clause)
    .flatMap(({ criterion }) => testsOf(criterion))
    .flatMap(({ subject, comparison }) =>
      subject.is === 'provider' && comparison.is === 'one-of' ? comparison.values.map(String) : [],
    );
}
