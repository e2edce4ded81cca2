import type { Clause } from '../../pack/pack.ts';
import type { Diagrams } from '../algebra/diagrams.ts';
import { supportOf } from '../algebra/read-diagrams.ts';
import { scopesOn } from '../clauses/act-diagrams.ts';
import type { CandidateGround } from '../clauses/ground.ts';
import { positionDiagrams } from '../clauses/position-diagrams.ts';
import { ANY_OTHER } from './any-other.ts';

/** What clauses depend on, by places in a list of variables: one entry a clause. */
export type Dependencies = readonly (readonly number[])[];

/**
 * Orders variables by how many clauses read them, most first; those read equally often keep the order in which the
 * contracts bring them up. What many clauses read is what selects among them: which business a contract is about, who its
 * counterparty is. Once that is decided, the clauses of all other contracts have fallen away. Gives places, topmost first.
 */
function orderedByReaders(count: number, dependencies: Dependencies): readonly number[] {
  const readers = new Float64Array(count);
  for (const variable of dependencies.flat()) readers[variable] = (readers[variable] ?? 0) + 1;
  const places = Array.from({ length: count }, (_, variable) => variable);
  return places.toSorted((one, other) => (readers[other] ?? 0) - (readers[one] ?? 0));
}

/** Orders variables, each by its key once: those given first, then the others by how many clauses read them. */
export function orderedByClauses<V extends { readonly key: string }>(
  first: readonly V[],
  readBy: readonly (readonly V[])[],
): readonly V[] {
  const found = new Map<string, { readonly variable: V; readonly place: number }>();
  const placeOf = (variable: V): number => {
    const known = found.get(variable.key) ?? { variable, place: found.size };
    found.set(variable.key, known);
    return known.place;
  };
  first.forEach(placeOf);
  const dependencies = readBy.map((variables) => variables.map(placeOf));
  const variables = [...found.values()].map(({ variable }) => variable);
  const order = orderedByReaders(variables.length, dependencies).flatMap((place) => variables[place] ?? []);
  return [...first, ...order.filter(({ key }) => !first.some((each) => each.key === key))];
}

/** Gives the levels on which one clause by itself depends, whoever the candidate is. */
export function levelsReadBy(
  clause: Clause,
  diagrams: Diagrams,
  forCandidate: (candidate: string) => CandidateGround,
): readonly number[] {
  const named = clause.providers.is === 'only' ? clause.providers.parties : [ANY_OTHER];
  const own = forCandidate(named[0] ?? ANY_OTHER);
  const positions = positionDiagrams(own, clause, scopesOn(own, new Map()));
  return [...new Set([...positions.values()].flatMap((diagram) => supportOf(diagrams, diagram)))];
}
