import { scopesOn, type ActDiagrams, type SharedScopes } from '../../diagram/clauses/act-diagrams.ts';
import { outcomeDiagram } from '../../diagram/clauses/outcome-diagram.ts';
import { positionDiagrams, type PositionDiagrams } from '../../diagram/clauses/position-diagrams.ts';
import { standingDiagrams } from '../../diagram/clauses/standing-diagrams.ts';
import { answersOf, type ExactAnswers } from '../../evaluation/exact/exact-answers.ts';
import type { Clause } from '../../pack/pack.ts';
import type { Asked } from './asked.ts';

/**
 * Gives the answers to a request under changed clauses. All are built in the store of the request, so that a clause which is
 * not changed is built once for each candidate.
 */
export function answersUnder({ base, pack, request }: Asked): (clauses: readonly Clause[]) => ExactAnswers {
  const shared: SharedScopes = new Map();
  const positionsFor = remembered((candidate: string) => {
    const ground = base.forCandidate(candidate);
    const scope = scopesOn(ground, shared);
    return remembered((clause: Clause): PositionDiagrams => positionDiagrams(ground, clause, scope));
  });
  return (clauses) => {
    const build = remembered((key: string): ActDiagrams => {
      const [candidate = '', act = ''] = JSON.parse(key) as readonly string[];
      const own = clauses.filter(({ binds, acts }) => binds.includes(request.actor) && acts.includes(act));
      const standings = standingDiagrams(base.diagrams, own, positionsFor(candidate));
      return { standings, outcome: outcomeDiagram(base.diagrams, standings, pack) };
    });
    const actOf = (candidate: string, act: string): ActDiagrams => build(JSON.stringify([candidate, act]));
    return answersOf({ ...base, actOf }, pack, request);
  };
}

function remembered<K, V>(find: (key: K) => V): (key: K) => V {
  const found = new Map<K, V>();
  return (key) => {
    const known = found.get(key) ?? find(key);
    found.set(key, known);
    return known;
  };
}
