import type { Clause } from '../../pack/pack.ts';
import { testReadsCandidate } from '../../pack/scopes.ts';
import { testsOf } from '../../vocabulary/criterion.ts';
import type { Diagram } from '../algebra/diagrams.ts';
import { criterionDiagram } from './criterion-diagram.ts';
import type { CandidateGround } from './ground.ts';
import { outcomeDiagram } from './outcome-diagram.ts';
import { positionDiagrams, type ScopeDiagram } from './position-diagrams.ts';
import { standingDiagrams, type StandingDiagrams } from './standing-diagrams.ts';

/** What the clauses say of one candidate when an actor does an act: where each stands, and the outcome. */
export interface ActDiagrams {
  readonly standings: readonly StandingDiagrams[];
  readonly outcome: Diagram;
}

/** Scopes built so far that do not read the candidate, by their keys. */
export type SharedScopes = Map<string, Diagram>;

/** Gives what every act of an actor comes to for a candidate, each built when it is first asked for. */
export function actDiagrams(
  ground: CandidateGround,
  shared: SharedScopes,
): (actor: string, act: string) => ActDiagrams {
  const scope = scopesOn(ground, shared);
  const positions = remembered((clause: Clause) => positionDiagrams(ground, clause, scope));
  const known = new Map<string, ActDiagrams>();
  return (actor, act) => {
    const key = JSON.stringify([actor, act]);
    const diagrams = known.get(key) ?? build(ground, { actor, act, positions });
    known.set(key, diagrams);
    return diagrams;
  };
}

function build(
  { diagrams, pack }: CandidateGround,
  asked: {
    readonly actor: string;
    readonly act: string;
    readonly positions: (clause: Clause) => ReturnType<typeof positionDiagrams>;
  },
): ActDiagrams {
  const clauses = pack.clauses.filter(
    ({ binds, acts }) => binds.includes(asked.actor) && acts.includes(asked.act),
  );
  const standings = standingDiagrams(diagrams, clauses, asked.positions);
  return { standings, outcome: outcomeDiagram(diagrams, standings, pack) };
}

/** Scopes that read the candidate are built for each, the others once. */
export function scopesOn(ground: CandidateGround, shared: SharedScopes): ScopeDiagram {
  const own = new Map<string, Diagram>();
  return (key, criterion) => {
    const readsCandidate = testsOf(criterion).some(testReadsCandidate);
    const kept = readsCandidate ? own : shared;
    const diagram = kept.get(key) ?? criterionDiagram(ground, criterion);
    kept.set(key, diagram);
    return diagram;
  };
}

function remembered<K, V>(find: (key: K) => V): (key: K) => V {
  const found = new Map<K, V>();
  return (key) => {
    const known = found.get(key);
    if (known !== undefined) return known;
    const value = find(key);
    found.set(key, value);
    return value;
  };
}
