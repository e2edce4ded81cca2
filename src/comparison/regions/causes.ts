import { FALSE, type Diagram, type Diagrams } from '../../diagram/algebra/diagrams.ts';
import type { PositionDiagrams } from '../../diagram/clauses/position-diagrams.ts';
import type { ClauseChange, WordChange } from '../comparison.ts';
import type { JointAct, JointDiagrams } from '../joint/joint-diagrams.ts';
import { bothSides, SIDES } from '../sides.ts';

/** Gives the clauses that say something else in a region of an act, found once an act. */
export type Causes = (of: JointAct, region: Diagram) => readonly string[];

/** Prepares to find causes: clauses that changed, or whose instruments did; else any that speaks otherwise. */
export function causesAmong(
  joint: JointDiagrams,
  clauses: readonly ClauseChange[],
  words: readonly WordChange[],
): Causes {
  const changed = changedThemselves(joint, clauses, words);
  const known = new Map<JointAct, ReadonlyMap<string, Diagram>>();
  return (of, region) => {
    const moved = known.get(of) ?? movedClauses(joint.diagrams, of);
    known.set(of, moved);
    const here = [...moved]
      .filter(([, where]) => joint.diagrams.and(region, where) !== FALSE)
      .map(([id]) => id);
    const own = here.filter((id) => changed.has(id));
    return own.length === 0 ? here : own;
  };
}

function changedThemselves(
  { words: { packs } }: JointDiagrams,
  clauses: readonly ClauseChange[],
  words: readonly WordChange[],
): ReadonlySet<string> {
  const instruments = new Set(words.filter(({ kind }) => kind === 'instrument').map(({ id }) => id));
  const changed = clauses.filter(({ change }) => change !== 'reworded').map(({ clause }) => clause);
  const moved = SIDES.flatMap((side) =>
    packs[side].clauses.filter(({ instrument, endedBy }) =>
      [instrument, ...endedBy].some((id) => instruments.has(id)),
    ),
  );
  return new Set([...changed, ...moved.map(({ id }) => id)]);
}

/** Where each clause of an act takes another position than on the other side. */
function movedClauses(diagrams: Diagrams, { sides }: JointAct): ReadonlyMap<string, Diagram> {
  const positions = bothSides(
    (side) => new Map(sides[side].standings.map(({ clause, positions: own }) => [clause.id, own])),
  );
  const ids = new Set([...positions.before.keys(), ...positions.after.keys()]);
  const moved = [...ids].map((id) => {
    const where = difference(diagrams, positions.before.get(id) ?? NONE, positions.after.get(id) ?? NONE);
    return [id, where] as const;
  });
  return new Map(moved.filter(([, where]) => where !== FALSE));
}

const NONE: PositionDiagrams = new Map();

function difference(diagrams: Diagrams, before: PositionDiagrams, after: PositionDiagrams): Diagram {
  const all = new Set([...before.keys(), ...after.keys()]);
  return diagrams.any(
    [...all].map((position) => {
      const [then, now] = [before.get(position) ?? FALSE, after.get(position) ?? FALSE];
      return then === now ? FALSE : diagrams.ite(then, diagrams.not(now), now);
    }),
  );
}
