import { FALSE, TRUE, type Diagram } from '../../diagram/algebra/diagrams.ts';
import { witnessOf } from '../../diagram/algebra/read-diagrams.ts';
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
  const region = [ordinarily, alike, within].find((each) => each !== FALSE);
  const full = region === undefined ? undefined : witnessOf(diagrams, region, TRUE, new Map());
  if (full === undefined) return undefined;
  const dateLevel = joint.variables.findIndex((variable) => viewOf(variable).about.is === 'date');
  const last = (joint.words.date?.classes.length ?? 1) - 1;
  return { point: askedPoint(diagrams, where, full), dateClass: full.get(dateLevel) ?? last };
}

/** Where all first rights stand alike in the deal on record: that is easiest to write down. */
function alikeForHolders({ diagrams, variables }: JointDiagrams): Diagram {
  const states = variables.flatMap((variable, level) =>
    viewOf(variable).about.is === 'state' ? [level] : [],
  );
  const [first] = states;
  if (first === undefined) return TRUE;
  const classes = Array.from({ length: diagrams.widthOf(first) }, (_, klass) => klass);
  return diagrams.any(
    classes.map((klass) =>
      diagrams.all(states.map((level) => diagrams.test(level, (each) => each === klass))),
    ),
  );
}
