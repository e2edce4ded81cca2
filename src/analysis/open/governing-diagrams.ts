import type { Diagram, Diagrams } from '../../diagram/algebra/diagrams.ts';
import { whereTerminal } from '../../diagram/algebra/read-diagrams.ts';
import type { ActDiagrams } from '../../diagram/clauses/act-diagrams.ts';
import { decidingDiagram } from '../../diagram/clauses/deciding-diagram.ts';
import { terminalOf } from '../../diagram/clauses/outcome-diagram.ts';
import type { Pack } from '../../pack/pack.ts';
import { SETTLED_OUTCOMES } from '../../vocabulary/outcome.ts';

/** Gives where each clause governs what comes of an act. */
export function governingDiagrams(
  diagrams: Diagrams,
  { standings, outcome }: ActDiagrams,
  pack: Pack,
): ReadonlyMap<string, Diagram> {
  const speaking = standings.filter(({ positions }) => positions.size > 0);
  return new Map(
    speaking.map((standing) => [
      standing.clause.id,
      diagrams.any(
        SETTLED_OUTCOMES.map((each) =>
          diagrams.and(
            whereTerminal(diagrams, outcome, terminalOf(each)),
            decidingDiagram(diagrams, standing, each, standings, pack),
          ),
        ),
      ),
    ]),
  );
}
