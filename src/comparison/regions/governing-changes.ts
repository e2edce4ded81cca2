import { FALSE } from '../../diagram/algebra/diagrams.ts';
import { comeTogether } from '../../diagram/algebra/pair-of-diagrams.ts';
import type { PositionDiagrams } from '../../diagram/clauses/position-diagrams.ts';
import { terminalOf } from '../../diagram/clauses/outcome-diagram.ts';
import { SETTLED_OUTCOMES, type SettledOutcome } from '../../vocabulary/outcome.ts';
import { POSITIONS } from '../../vocabulary/position.ts';
import type { JointAct, JointDiagrams } from '../joint/joint-diagrams.ts';
import { bothSides, otherThan, SIDES, type Side } from '../sides.ts';
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

/** Gives where the outcome is the same and a clause governs it, or no longer does, that itself stands elsewhere now. */
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
  const moved = movedIn(of);
  if (moved.length === 0) return [];
  const outcomes = SIDES.map((side) => of.sides[side].outcome);
  const onlyOn = (side: Side): readonly string[] =>
    moved.filter((clause) => {
      const [here, there] = [side, otherThan(side)].map((each) => deciding(of, each, outcome, clause));
      if (here === undefined || there === undefined || here === there) return false;
      const region = diagrams.all([here, diagrams.not(there), stated]);
      return comeTogether(diagrams, region, outcomes, terminalOf(outcome));
    });
  const [nowGoverns, noLongerGoverns] = [onlyOn('after'), onlyOn('before')];
  if (nowGoverns.length + noLongerGoverns.length === 0) return [];
  const { actor, act, candidate } = of;
  return [{ actor, acts: [act], candidates: [candidate], outcome, nowGoverns, noLongerGoverns }];
}

/** Clauses that stand elsewhere, or under another name, on the other side: diagrams are compared by number. */
function movedIn({ sides }: JointAct): readonly string[] {
  const places = bothSides(
    (side) => new Map(sides[side].standings.map(({ clause, positions }) => [clause.id, placesOf(positions)])),
  );
  const ids = new Set([...places.after.keys(), ...places.before.keys()]);
  return [...ids].filter((id) => (places.before.get(id) ?? NOWHERE) !== (places.after.get(id) ?? NOWHERE));
}

/** Where a clause takes which position, as text: no two diagrams of one store have the same number. */
function placesOf(positions: PositionDiagrams): string {
  return POSITIONS.map((position) => String(positions.get(position) ?? FALSE)).join(' ');
}

const NOWHERE = placesOf(new Map());

function joined(moves: readonly GoverningMove[], by: 'candidates' | 'acts'): readonly GoverningMove[] {
  const found = new Map<string, GoverningMove>();
  for (const move of moves) {
    const key = JSON.stringify({ ...move, [by]: [] });
    const known = found.get(key);
    found.set(key, known === undefined ? move : { ...known, [by]: [...known[by], ...move[by]] });
  }
  return [...found.values()];
}
