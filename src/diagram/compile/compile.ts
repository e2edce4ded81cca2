import type { Pack } from '../../pack/pack.ts';
import { settlementFor, type Settled } from '../../pack/settlement.ts';
import { outcomeOf, SETTLED_OUTCOMES } from '../../vocabulary/outcome.ts';
import type { Diagram } from '../algebra/diagrams.ts';
import { ANY_OTHER, compileDiagrams, type PackDiagrams } from './compile-pack.ts';
import { freeze } from './freeze.ts';
import { QuestionReader } from './read-question.ts';
import type { Decided, Explained, Invalid, Question } from './question.ts';
import { Walker } from './walk.ts';
import { supportLeft } from './walk-support.ts';

/** A pack made ready for many questions. It keeps working space of its own: one question at a time. */
export interface Compiled {
  /** Answers one question. What the pack cannot read is `invalid`, never an outcome. */
  readonly decide: (question: Question) => Decided | Invalid;
  /** Answers one question with the ids of the unknowns that can change the answer. */
  readonly explain: (question: Question) => Explained | Invalid;
  readonly size: { readonly nodes: number; readonly bytes: number; readonly variables: number };
}

/**
 * Compiles a pack. Readings and assumed values are settled once, for all questions: as the pack assumes them, unless said
 * otherwise.
 */
export function compile(pack: Pack, settled: Settled = {}): Compiled {
  const diagrams = compileDiagrams(pack, settlementFor(pack, settled));
  const roots = rootsOf(diagrams);
  const frozen = freeze(diagrams.diagrams, roots);
  const reader = new QuestionReader(pack, diagrams.variables, diagrams.date.turns);
  const rootOf = rootFinder(pack, diagrams, frozen.placeOf);
  const walker = new Walker(frozen.code, reader.known);
  const decide = (question: Question): Decided | Invalid => {
    const root = rootOf(question);
    if (typeof root !== 'number') return root;
    return reader.read(question) ?? DECIDED[walker.terminals(root)] ?? impossible();
  };
  const explain = (question: Question): Explained | Invalid => {
    const decided = decide(question);
    if ('invalid' in decided || decided.possible.length === 1) return unturned(decided);
    const root = rootOf(question);
    const levels =
      typeof root === 'number' ? supportLeft(frozen.code, root, reader.known) : new Set<number>();
    const ids = [...levels]
      .toSorted((one, other) => one - other)
      .map((level) => diagrams.variables[level]?.reportedAs ?? '');
    return { ...decided, turnsOn: [...new Set(ids)] };
  };
  return {
    decide,
    explain,
    size: { nodes: frozen.nodes, bytes: frozen.code.byteLength, variables: diagrams.variables.length },
  };
}

function rootsOf({ outcomes }: PackDiagrams): readonly Diagram[] {
  return [...outcomes.values()].flatMap((acts) => [...acts.values()].flatMap((own) => [...own.values()]));
}

/** Every set of outcomes as an answer, by its bits. */
const DECIDED: readonly (Decided | undefined)[] = Array.from(
  { length: 1 << SETTLED_OUTCOMES.length },
  (_, bits) => {
    const possible = SETTLED_OUTCOMES.filter((_outcome, place) => (bits & (1 << place)) !== 0);
    return bits === 0
      ? undefined
      : Object.freeze({ outcome: outcomeOf(possible), possible: Object.freeze(possible) });
  },
);

function unturned(decided: Decided | Invalid): Explained | Invalid {
  return 'invalid' in decided ? decided : { ...decided, turnsOn: [] };
}

type RootFinder = (question: Question) => number | Invalid;

function rootFinder(pack: Pack, { outcomes }: PackDiagrams, placeOf: (root: Diagram) => number): RootFinder {
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

function impossible(): never {
  throw new Error('a walk came to no outcome');
}
