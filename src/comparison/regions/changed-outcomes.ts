import { FALSE, type Diagram, type Diagrams } from '../../diagram/algebra/diagrams.ts';
import { differencesOf } from '../../diagram/algebra/pair-of-diagrams.ts';
import { SETTLED_OUTCOMES, type SettledOutcome } from '../../vocabulary/outcome.ts';
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
  const { before, after } = of.sides;
  return differencesOf(diagrams, before.outcome, after.outcome).flatMap(({ one, other, where }) => {
    const [then, now] = [SETTLED_OUTCOMES[one], SETTLED_OUTCOMES[other]];
    return then === undefined || now === undefined ? [] : [{ of, before: then, after: now, where }];
  });
}

/** The acts of which some completion gives different outcomes only where an assumed value is given up. */
export function changedIfOpened({ diagrams, acts, possible }: JointDiagrams): readonly ChangedOutcome[] {
  return acts.flatMap((of) =>
    changesOf(of, diagrams).filter(({ where }) => diagrams.and(where, possible) !== FALSE),
  );
}
