import { FALSE, type Diagram } from '../../diagram/algebra/diagrams.ts';
import { decidingDiagram } from '../../diagram/clauses/deciding-diagram.ts';
import type { SettledOutcome } from '../../vocabulary/outcome.ts';
import type { GoverningClause } from '../comparison.ts';
import type { JointAct, JointDiagrams } from '../joint/joint-diagrams.ts';
import type { Side } from '../sides.ts';

/** Where a clause of an act governs an outcome on a side; each is found once, when it is first asked for. */
export type Deciding = (of: JointAct, side: Side, outcome: SettledOutcome, clause: string) => Diagram;

/** Prepares to find which clauses govern where. */
export function decidingClauses({ diagrams, words }: JointDiagrams): Deciding {
  const known = new Map<JointAct, Map<string, Diagram>>();
  return (of, side, outcome, clause) => {
    const own = known.get(of) ?? new Map<string, Diagram>();
    known.set(of, own);
    const key = `${side} ${outcome} ${clause}`;
    const { standings } = of.sides[side];
    const standing = standings.find((each) => each.clause.id === clause);
    const found =
      own.get(key) ??
      (standing === undefined
        ? FALSE
        : decidingDiagram(diagrams, standing, outcome, standings, words.packs[side]));
    own.set(key, found);
    return found;
  };
}

/** Gives the clauses that govern an outcome on a side somewhere in a region, and whether they do throughout. */
export function governingIn(
  { diagrams }: JointDiagrams,
  deciding: Deciding,
  { of, side, outcome }: { readonly of: JointAct; readonly side: Side; readonly outcome: SettledOutcome },
  region: Diagram,
): readonly GoverningClause[] {
  const speaking = of.sides[side].standings.filter(({ positions }) => positions.size > 0);
  return speaking.flatMap(({ clause: { id } }) => {
    const decides = deciding(of, side, outcome, id);
    if (diagrams.and(region, decides) === FALSE) return [];
    return [{ clause: id, always: diagrams.and(region, diagrams.not(decides)) === FALSE }];
  });
}
