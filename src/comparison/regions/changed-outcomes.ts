import { FALSE, type Diagram, type Diagrams } from '../../diagram/algebra/diagrams.ts';
import { whereTerminal } from '../../diagram/algebra/read-diagrams.ts';
import { terminalOf } from '../../diagram/clauses/outcome-diagram.ts';
import { SETTLED_OUTCOMES, type SettledOutcome } from '../../vocabulary/outcome.ts';
import { bothSides } from '../sides.ts';
import type { JointAct, JointDiagrams } from '../joint/joint-diagrams.ts';

/** Where one outcome of an act with a candidate has become another. */
export interface ChangedOutcome {
  readonly of: JointAct;
  readonly before: SettledOutcome;
  readonly after: SettledOutcome;
  /** Where it has, whether or not it can occur. */
  readonly where: Diagram;
}

/** Gives every change of outcome that some completion, with assumed values as they are assumed, shows. */
export function changedOutcomes({ diagrams, acts, stated }: JointDiagrams): readonly ChangedOutcome[] {
  return acts.flatMap((of) =>
    changesOf(of, diagrams).filter(({ where }) => diagrams.and(where, stated) !== FALSE),
  );
}

function changesOf(of: JointAct, diagrams: Diagrams): readonly ChangedOutcome[] {
  if (of.sides.before.outcome === of.sides.after.outcome) return [];
  const where = bothSides((side) =>
    SETTLED_OUTCOMES.map((each) => whereTerminal(diagrams, of.sides[side].outcome, terminalOf(each))),
  );
  return SETTLED_OUTCOMES.flatMap((before, one) =>
    SETTLED_OUTCOMES.flatMap((after, other) => {
      if (one === other) return [];
      const both = diagrams.and(where.before[one] ?? FALSE, where.after[other] ?? FALSE);
      return both === FALSE ? [] : [{ of, before, after, where: both }];
    }),
  );
}

/** The acts of which some completion gives different outcomes only where an assumed value is given up. */
export function changedIfOpened({ diagrams, acts, possible }: JointDiagrams): readonly ChangedOutcome[] {
  return acts.flatMap((of) =>
    changesOf(of, diagrams).filter(({ where }) => diagrams.and(where, possible) !== FALSE),
  );
}
