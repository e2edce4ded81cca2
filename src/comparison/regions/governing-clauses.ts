import { FALSE, type Diagram } from '../../diagram/algebra/diagrams.ts';
import { decidingDiagram } from '../../diagram/clauses/deciding-diagram.ts';
import type { StandingDiagrams } from '../../diagram/clauses/standing-diagrams.ts';
import type { SettledOutcome } from '../../vocabulary/outcome.ts';
import type { GoverningClause } from '../comparison.ts';
import type { JointAct, JointDiagrams } from '../joint/joint-diagrams.ts';
import type { Side } from '../sides.ts';

/** Where each clause of an act governs an outcome on a side, found once. */
export type Deciding = (of: JointAct, side: Side, outcome: SettledOutcome) => ReadonlyMap<string, Diagram>;

/** Prepares to find which clauses govern where. */
export function decidingClauses({ diagrams, words }: JointDiagrams): Deciding {
  const known = new Map<JointAct, Map<string, ReadonlyMap<string, Diagram>>>();
  return (of, side, outcome) => {
    const own = known.get(of) ?? new Map<string, ReadonlyMap<string, Diagram>>();
    known.set(of, own);
    const key = `${side} ${outcome}`;
    const { standings } = of.sides[side];
    const decide = (standing: StandingDiagrams): Diagram =>
      decidingDiagram(diagrams, standing, outcome, standings, words.packs[side]);
    const found =
      own.get(key) ??
      new Map(
        standings
          .filter(({ positions }) => positions.size > 0)
          .map((standing) => [standing.clause.id, decide(standing)] as const),
      );
    own.set(key, found);
    return found;
  };
}

/** Gives the clauses that govern somewhere in a region, and whether they do throughout. */
export function governingIn(
  { diagrams }: JointDiagrams,
  deciding: ReadonlyMap<string, Diagram>,
  region: Diagram,
): readonly GoverningClause[] {
  return [...deciding].flatMap(([clause, decides]) => {
    if (diagrams.and(region, decides) === FALSE) return [];
    return [{ clause, always: diagrams.and(region, diagrams.not(decides)) === FALSE }];
  });
}
