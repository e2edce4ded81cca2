import { FALSE, type Diagram } from '../../diagram/algebra/diagrams.ts';
import { whereTerminal } from '../../diagram/algebra/read-diagrams.ts';
import type { PositionDiagrams } from '../../diagram/clauses/position-diagrams.ts';
import { terminalOf } from '../../diagram/clauses/outcome-diagram.ts';
import { SETTLED_OUTCOMES, type SettledOutcome } from '../../vocabulary/outcome.ts';
import { POSITIONS } from '../../vocabulary/position.ts';
import type { JointAct, JointDiagrams } from '../joint/joint-diagrams.ts';
import { SIDES } from '../sides.ts';
import type { Deciding } from './governing-clauses.ts';

/** Clauses that govern an equal outcome on one side only, for all acts and candidates for which they do. */
export interface GoverningMove {
  readonly actor: string;
  readonly acts: readonly string[];
  readonly candidates: readonly string[];
  readonly outcome: SettledOutcome;
  readonly nowGoverns: readonly string[];
  readonly noLongerGoverns: readonly string[];
}

/** Gives where the outcome is the same and other clauses govern it. */
export function governingMoves(joint: JointDiagrams, deciding: Deciding): readonly GoverningMove[] {
  const moves = joint.acts.flatMap((of) =>
    SETTLED_OUTCOMES.flatMap((outcome) => moveIn(joint, of, outcome, deciding)),
  );
  return joined(joined(moves, 'candidates'), 'acts');
}

function moveIn(
  { diagrams, stated }: JointDiagrams,
  of: JointAct,
  outcome: SettledOutcome,
  deciding: Deciding,
): readonly GoverningMove[] {
  if (isUnmoved(of)) return [];
  const alike = SIDES.map((side) => whereTerminal(diagrams, of.sides[side].outcome, terminalOf(outcome)));
  const equal = diagrams.all([...alike, stated]);
  if (equal === FALSE) return [];
  const [then, now] = [deciding(of, 'before', outcome), deciding(of, 'after', outcome)];
  const onlyIn = (
    one: ReadonlyMap<string, Diagram>,
    other: ReadonlyMap<string, Diagram>,
  ): readonly string[] =>
    [...one].flatMap(([clause, decides]) => {
      const others = other.get(clause) ?? FALSE;
      if (decides === others) return [];
      return diagrams.all([equal, decides, diagrams.not(others)]) === FALSE ? [] : [clause];
    });
  const [nowGoverns, noLongerGoverns] = [onlyIn(now, then), onlyIn(then, now)];
  if (nowGoverns.length + noLongerGoverns.length === 0) return [];
  const { actor, act, candidate } = of;
  return [{ actor, acts: [act], candidates: [candidate], outcome, nowGoverns, noLongerGoverns }];
}

/** True where every clause has the same place, under the same name, on both sides: diagrams are compared by number. */
function isUnmoved({ sides }: JointAct): boolean {
  const [before, after] = SIDES.map((side) =>
    sides[side].standings
      .filter(({ positions }) => positions.size > 0)
      .map(({ clause, positions }) => `${clause.id} ${placesOf(positions)}`)
      .join(),
  );
  return before === after;
}

/** Where a clause takes which position, as text: no two diagrams of one store have the same number. */
function placesOf(positions: PositionDiagrams): string {
  return POSITIONS.map((position) => String(positions.get(position) ?? FALSE)).join(' ');
}

function joined(moves: readonly GoverningMove[], by: 'candidates' | 'acts'): readonly GoverningMove[] {
  const found = new Map<string, GoverningMove>();
  for (const move of moves) {
    const key = JSON.stringify({ ...move, [by]: [] });
    const known = found.get(key);
    found.set(key, known === undefined ? move : { ...known, [by]: [...known[by], ...move[by]] });
  }
  return [...found.values()];
}
