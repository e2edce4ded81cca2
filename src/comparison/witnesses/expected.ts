import { FALSE, type ClassesLeft } from '../../diagram/algebra/diagrams.ts';
import { restrict, whereTerminal } from '../../diagram/algebra/read-diagrams.ts';
import { cubeDiagram } from '../../diagram/regions/cube.ts';
import { terminalOf } from '../../diagram/clauses/outcome-diagram.ts';
import { isNoneUnlessSaid } from '../../diagram/variables/none-unless-said.ts';
import type { About, Variable } from '../../diagram/variables/variable.ts';
import { SETTLED_OUTCOMES, type SettledOutcome } from '../../vocabulary/outcome.ts';
import type { Side } from '../sides.ts';
import type { JointAct, JointDiagrams } from '../joint/joint-diagrams.ts';
import { UNSAID, type ReadingView } from '../joint/joint-readings.ts';
import { viewOf } from '../joint/possible-diagram.ts';
import type { Case } from './point.ts';

/** True of what no request can settle: values that are not known, starts, and readings that a side leaves open. */
export function isBeyondRequests(key: string, { about }: Variable): boolean {
  return BEYOND.includes(about.is) || key.endsWith('(open)');
}

const BEYOND: readonly About['is'][] = ['parameter', 'start', 'calendar'];

/** Gives the outcomes that a side finds possible in a case, as far as a request can state it. */
export function expectedIn(
  joint: JointDiagrams,
  of: JointAct,
  found: Case,
  side: Side,
): readonly SettledOutcome[] {
  const { diagrams, stated } = joint;
  const left = leftBy(joint, found, side);
  const here = restrict(diagrams, diagrams.and(stated, cubeDiagram(diagrams, left)), left);
  const outcome = restrict(diagrams, of.sides[side].outcome, left);
  return SETTLED_OUTCOMES.filter(
    (each) => diagrams.and(here, whereTerminal(diagrams, outcome, terminalOf(each))) !== FALSE,
  );
}

/** What a request leaves of each variable: what it states, what goes without saying, or everything. */
function leftBy(
  { diagrams, variables, words }: JointDiagrams,
  { point, dateClass }: Case,
  side: Side,
): Map<number, ClassesLeft> {
  const left = new Map<number, ClassesLeft>();
  variables.forEach((variable, level) => {
    const view = viewOf(variable);
    const taken = view.about.is === 'date' ? dateClass : point.get(level);
    const stated = isBeyondRequests(variable.key, view) ? undefined : taken;
    const klass = stated ?? unstated(variable.views[side] ?? view, words.packs[side].readings);
    if (klass === undefined || klass === -1) return;
    left.set(
      level,
      Array.from({ length: diagrams.widthOf(level) }, (_, each) => each === klass),
    );
  });
  return left;
}

/** The class in which a variable is where a request says nothing of it; none where it is then open. */
function unstated(
  view: Variable | ReadingView,
  readings: JointDiagrams['words']['packs'][Side]['readings'],
): number | undefined {
  if (isNoneUnlessSaid(view)) return 0;
  if (view.about.is !== 'reading' || view.key.endsWith('(open)')) return undefined;
  const unsaid = view.classes.findIndex(({ label }) => label === UNSAID);
  if (unsaid !== -1) return unsaid;
  const assumed = readings.find(({ id }) => id === view.about.id)?.assumed?.option;
  return view.classes.findIndex(({ label }) => label === assumed);
}
