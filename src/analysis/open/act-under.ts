import type { ActDiagrams } from '../../diagram/clauses/act-diagrams.ts';
import { outcomeDiagram } from '../../diagram/clauses/outcome-diagram.ts';
import { positionDiagrams } from '../../diagram/clauses/position-diagrams.ts';
import { standingDiagrams } from '../../diagram/clauses/standing-diagrams.ts';
import type { Clause } from '../../pack/pack.ts';
import type { OpenAct, OpenPack } from './open-pack.ts';

/** Gives what an act would come to if these were the clauses that speak of it: fewer of them, or some that say less. */
export function actUnder(
  { candidates, diagrams, pack }: OpenPack,
  of: Pick<OpenAct, 'candidate'>,
  clauses: readonly Clause[],
): ActDiagrams {
  const candidate = candidates.find((each) => each.candidate === of.candidate);
  if (candidate === undefined) throw new Error(`\`${of.candidate}\` is no candidate`);
  const standings = standingDiagrams(diagrams, clauses, (each) =>
    positionDiagrams(candidate.ground, each, candidate.scope),
  );
  return { standings, outcome: outcomeDiagram(diagrams, standings, pack) };
}
