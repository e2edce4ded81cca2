import { FALSE, TRUE, type Diagram } from '../../diagram/algebra/diagrams.ts';
import { witnessOf } from '../../diagram/algebra/read-diagrams.ts';
import type { FactVariable } from '../../diagram/variables/fact-variables.ts';
import { cubeDiagram } from '../../diagram/regions/cube.ts';
import { askedPoint } from '../../diagram/witnesses/asked-point.ts';
import type { JointDiagrams } from '../joint/joint-diagrams.ts';
import { viewOf } from '../joint/possible-diagram.ts';
import type { ChangedRegion } from '../regions/changed-regions.ts';

/** One case: a class for each level that has a say in it. */
export type Point = ReadonlyMap<number, number>;

/** A case of a region: what it hangs on, and the class of the date, whether or not it hangs on that. */
export interface Case {
  readonly point: Point;
  readonly dateClass: number;
}

/** Picks a case of a region, an ordinary one if it can. */
export function caseOf(joint: JointDiagrams, { cube, where }: ChangedRegion): Case | undefined {
  const { diagrams, stated, ordinary } = joint;
  const within = diagrams.all([where, stated, cubeDiagram(diagrams, cube)]);
  const alike = diagrams.and(within, alikeForHolders(joint));
  const ordinarily = diagrams.and(alike, ordinary);
  const unanswered = diagrams.and(within, noHolderAnswered(joint));
  const region = [ordinarily, unanswered, alike, within].find((each) => each !== FALSE);
  const full = region === undefined ? undefined : witnessOf(diagrams, region, TRUE, new Map());
  if (full === undefined) return undefined;
  const dateLevel = joint.variables.findIndex((variable) => viewOf(variable).about.is === 'date');
  const last = (joint.words.date?.classes.length ?? 1) - 1;
  const point = withCompared(joint, askedPoint(diagrams, where, full), full);
  return { point, dateClass: full.get(dateLevel) ?? last };
}

/** With the facts that are compared with those of a point: alone, the second of two values would be the first. */
function withCompared({ variables }: JointDiagrams, point: Point, full: Point): Point {
  const levels = new Map(variables.map(({ key }, level) => [key, level]));
  const others = [...point.keys()].flatMap((level) => {
    const view = variables[level] === undefined ? undefined : viewOf(variables[level]);
    const domain = view?.about.is === 'fact' ? (view as FactVariable).domain : undefined;
    if (domain?.is !== 'line') return [];
    return domain.group.flatMap((id) => levels.get(`fact ${id}`) ?? []);
  });
  const compared = others.filter((level) => !point.has(level) && full.has(level));
  return new Map([...point, ...compared.map((level) => [level, full.get(level) ?? 0] as const)]);
}

/** Where all first rights are still to be offered: a record of no answer is sure to lead there. */
function noHolderAnswered(joint: JointDiagrams): Diagram {
  const { diagrams } = joint;
  return diagrams.all(levelsOfStates(joint).map((level) => diagrams.test(level, (klass) => klass === 0)));
}

function levelsOfStates({ variables }: JointDiagrams): readonly number[] {
  return variables.flatMap((variable, level) => (viewOf(variable).about.is === 'state' ? [level] : []));
}

/** Where all first rights stand alike in the deal on record: that is easiest to write down. */
function alikeForHolders(joint: JointDiagrams): Diagram {
  const { diagrams } = joint;
  const states = levelsOfStates(joint);
  const [first] = states;
  if (first === undefined) return TRUE;
  const classes = Array.from({ length: diagrams.widthOf(first) }, (_, klass) => klass);
  return diagrams.any(
    classes.map((klass) =>
      diagrams.all(states.map((level) => diagrams.test(level, (each) => each === klass))),
    ),
  );
}
