import type { Diagram } from '../../diagram/algebra/diagrams.ts';
import { forSome } from '../../diagram/algebra/for-some.ts';
import { supportOf, whereTerminal } from '../../diagram/algebra/read-diagrams.ts';
import { terminalOf } from '../../diagram/clauses/outcome-diagram.ts';
import { parametersOf } from '../../evaluation/answer/parameters.ts';
import { SETTLED_OUTCOMES } from '../../vocabulary/outcome.ts';
import type { OtherChange } from '../comparison.ts';
import type { JointAct, JointDiagrams } from '../joint/joint-diagrams.ts';
import type { JointVariable } from '../joint/joint-ground.ts';
import { viewOf } from '../joint/possible-diagram.ts';
import { identified, statedWords } from '../parts/other-changes.ts';
import { bothSides, SIDES, type Side } from '../sides.ts';
import { isBeyondRequests } from '../witnesses/expected.ts';
import type { ChangedOutcome } from './changed-outcomes.ts';

/** Changes of outcomes, and those that are none for a request: the same is possible, and hangs on other unknowns. */
export interface Sorted {
  readonly changes: readonly ChangedOutcome[];
  readonly onlyUnknowns: readonly OtherChange[];
}

/** Sets changes apart in which nothing but what no request can settle has taken the place of something else such. */
export function withoutOtherUnknowns(joint: JointDiagrams, changes: readonly ChangedOutcome[]): Sorted {
  const own = levelsWhere(
    joint,
    (variable) =>
      isBeyondRequests(variable.key, viewOf(variable)) &&
      SIDES.some((side) => variable.views[side] === undefined),
  );
  if (own.size === 0) return { changes, onlyUnknowns: [] };
  const acts = [...new Set(changes.map(({ of }) => of))].filter((of) =>
    isSamePossible(joint, of, joint.stated, own),
  );
  const set = changes.filter(({ of }) => acts.includes(of));
  return {
    changes: changes.filter(({ of }) => !acts.includes(of)),
    onlyUnknowns: described(joint, set, own, 'unknown'),
  };
}

/** Where packs differ only once assumed values are given up: the values on which that hangs. */
export function changesIfOpened(
  joint: JointDiagrams,
  changes: readonly ChangedOutcome[],
): readonly OtherChange[] {
  const parameters = levelsWhere(joint, (variable) => viewOf(variable).about.is === 'parameter');
  const acts = [...new Set(changes.map(({ of }) => of))];
  const differing = acts.filter((of) => !isSamePossible(joint, of, joint.possible, parameters));
  const set = changes.filter(({ of }) => differing.includes(of));
  return described(joint, set, parameters, 'assumption');
}

function levelsWhere(
  { variables }: JointDiagrams,
  isMeant: (variable: JointVariable) => boolean,
): ReadonlySet<number> {
  return new Set(variables.flatMap((variable, level) => (isMeant(variable) ? [level] : [])));
}

/** True where a request, whatever it states, may come to the same outcomes on both sides. */
function isSamePossible(
  { diagrams }: JointDiagrams,
  of: JointAct,
  canBe: Diagram,
  levels: ReadonlySet<number>,
): boolean {
  return SETTLED_OUTCOMES.every((outcome) => {
    const found = bothSides((side: Side) => {
      const where = whereTerminal(diagrams, of.sides[side].outcome, terminalOf(outcome));
      return forSome(diagrams, diagrams.and(where, canBe), levels);
    });
    return found.before === found.after;
  });
}

function described(
  { diagrams, variables, words }: JointDiagrams,
  changes: readonly ChangedOutcome[],
  levels: ReadonlySet<number>,
  kind: string,
): readonly OtherChange[] {
  const support = new Set(changes.flatMap(({ where }) => supportOf(diagrams, where)));
  const ids = [...support].flatMap((level) => {
    const variable = variables[level];
    return variable === undefined || !levels.has(level) ? [] : [viewOf(variable).reportedAs];
  });
  return [...new Set(ids)].map((name) =>
    identified({
      kind,
      name,
      ...bothSides((side) => statedWords(parametersOf(words.packs[side]).get(name)?.stated)),
    }),
  );
}
