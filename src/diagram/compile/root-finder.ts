import type { Pack } from '../../pack/pack.ts';
import { SETTLED_OUTCOMES } from '../../vocabulary/outcome.ts';
import type { Diagram } from '../algebra/diagrams.ts';
import { ANY_OTHER } from './any-other.ts';
import type { PackDiagrams } from './compile-pack.ts';
import type { Invalid, Question } from './question.ts';

/** Gives the place at which the walk for a question starts, or what is wrong with the question. */
export type RootFinder = (question: Pick<Question, 'actor' | 'act' | 'provider'>) => number | Invalid;

/** Prepares to find roots. An actor that no clause binds may do anything. */
export function rootFinder(
  pack: Pack,
  { outcomes }: PackDiagrams,
  placeOf: (root: Diagram) => number,
): RootFinder {
  const parties = new Set([...pack.parties.map(({ id }) => id), ANY_OTHER]);
  const acts = new Set(pack.acts.map(({ id }) => id));
  const permitted = ~SETTLED_OUTCOMES.indexOf('permitted');
  const places = new Map(
    [...outcomes].map(([actor, byAct]) => [
      actor,
      new Map([...byAct].map(([act, own]) => [act, placesFor(own, parties, placeOf)])),
    ]),
  );
  let lastActor: string | undefined;
  let lastAct: string | undefined;
  let lastPlaces: ReadonlyMap<string, number> | undefined;
  return ({ actor, act, provider }) => {
    if (actor !== lastActor || act !== lastAct) {
      lastPlaces = places.get(actor)?.get(act);
      lastActor = actor;
      lastAct = act;
    }
    const place = lastPlaces?.get(provider);
    if (place !== undefined) return place;
    if (!parties.has(actor)) return { invalid: { part: 'actor', value: actor } };
    if (!acts.has(act)) return { invalid: { part: 'act', value: act } };
    return parties.has(provider) ? permitted : { invalid: { part: 'provider', value: provider } };
  };
}

function placesFor(
  own: ReadonlyMap<string, Diagram>,
  parties: ReadonlySet<string>,
  placeOf: (root: Diagram) => number,
): ReadonlyMap<string, number> {
  const rest = own.get(ANY_OTHER);
  return new Map(
    [...parties].flatMap((party) => {
      const root = own.get(party) ?? rest;
      return root === undefined ? [] : [[party, placeOf(root)] as const];
    }),
  );
}
