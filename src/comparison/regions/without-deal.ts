import type { Diagram } from '../../diagram/algebra/diagrams.ts';
import { restrict, supportOf } from '../../diagram/algebra/read-diagrams.ts';
import type { About } from '../../diagram/variables/variable.ts';
import { SIDES } from '../sides.ts';
import type { JointAct, JointDiagrams } from '../joint/joint-diagrams.ts';
import { viewOf } from '../joint/possible-diagram.ts';

/**
 * Gives what tells no two cases apart: where the candidate is not the counterparty of a deal on record, what happened in that
 * deal is taken to be nothing, unless the outcome depends on it all the same.
 */
export function withoutDeal(joint: JointDiagrams, { sides }: JointAct): Diagram {
  const { diagrams, variables } = joint;
  const counterparty = levelsAbout(joint, ['counterparty'])[0];
  if (counterparty === undefined) return diagrams.all([]);
  const noDeal = new Map([[counterparty, [true, false]]]);
  const read = new Set(
    SIDES.flatMap((side) => supportOf(diagrams, restrict(diagrams, sides[side].outcome, noDeal))),
  );
  const unread = levelsAbout(joint, ['state', 'consent', 'waiver']).filter((level) => !read.has(level));
  const nothing = diagrams.all(unread.map((level) => diagrams.test(level, (klass) => klass === 0)));
  const isDeal = diagrams.test(counterparty, (klass) => klass === 1);
  return variables.length === 0 ? nothing : diagrams.or(isDeal, nothing);
}

function levelsAbout({ variables }: JointDiagrams, kinds: readonly About['is'][]): readonly number[] {
  return variables.flatMap((variable, level) => (kinds.includes(viewOf(variable).about.is) ? [level] : []));
}
