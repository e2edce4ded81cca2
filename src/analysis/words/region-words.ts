import { FALSE, type Diagram, type Diagrams } from '../../diagram/algebra/diagrams.ts';
import { coverRegion } from '../../diagram/regions/cover-region.ts';
import { byShare, cubeDiagram, holdsThroughout, withLevel, type Cube } from '../../diagram/regions/cube.ts';
import { DISPENSABLE } from '../../diagram/regions/dispensable.ts';
import type { About, Variable } from '../../diagram/variables/variable.ts';
import type { Cases } from '../open/cases.ts';
import type { OpenPack } from '../open/open-pack.ts';
import { conditionWords } from './condition-words.ts';

/** Beyond so many products of choices the rest of a region is not told. */
const MOST = 6;

/** Puts the largest part of a region in words: what has to hold, all of it. An ordinary part is told first. */
export function regionWords(
  open: OpenPack,
  region: Diagram,
  among: Diagram,
  cases: Cases,
): readonly string[] {
  const { diagrams } = open;
  const plain = diagrams.and(among, cases.plain);
  const isPlain = diagrams.and(region, plain) !== FALSE;
  const canBe = isPlain ? plain : among;
  const own = diagrams.and(region, canBe);
  const allowed = diagrams.or(region, diagrams.not(canBe));
  const { cubes } = coverRegion(diagrams, own, {
    allowed,
    most: MOST,
    dispensable: (level) => dispensability(open.variables[level]),
  });
  const [first, ...others] = byShare(diagrams, cubes, own);
  if (first === undefined) return [];
  const more = others.length === 0 ? [] : ['(among other cases)'];
  return [...cubeWords(open, plainer(diagrams, first, own, allowed)), ...more];
}

/** Names only classes that occur in the region, and only levels that have to be named. */
function plainer(diagrams: Diagrams, cube: Cube, own: Diagram, allowed: Diagram): Cube {
  const narrow = [...cube].reduce((kept, [level, left]) => {
    const occurs = left.map((isLeft, klass) => {
      const only = left.map((_, each) => each === klass);
      const slice = new Map(kept).set(level, only);
      return isLeft && diagrams.and(own, cubeDiagram(diagrams, slice)) !== FALSE;
    });
    return withLevel(kept, level, occurs);
  }, cube);
  const levels = [...narrow.keys()].toSorted((one, other) => other - one);
  return levels.reduce((kept, level) => {
    const rest = new Map(kept);
    rest.delete(level);
    return holdsThroughout(diagrams, allowed, rest) ? rest : kept;
  }, narrow);
}

/** Puts a product of choices in words, what matters most to a reader first. */
export function cubeWords({ variables, pack }: OpenPack, cube: Cube): readonly string[] {
  return [...cube]
    .flatMap(([level, left]) => {
      const variable = variables[level];
      if (variable === undefined) return [];
      const classes = left.flatMap((isLeft, klass) => (isLeft ? [klass] : []));
      return [{ is: variable.about.is, words: conditionWords(variable, classes, pack) }];
    })
    .toSorted((one, other) => IN_ORDER.indexOf(other.is) - IN_ORDER.indexOf(one.is))
    .map(({ words }) => words);
}

/** Gives a rank to variables: those that a reader would rather not be told have a lower one. */
export function dispensability(variable: Variable | undefined): number {
  return IN_ORDER.indexOf(variable?.about.is ?? 'date');
}

const IN_ORDER: readonly About['is'][] = [...DISPENSABLE, 'date', 'fact'];
