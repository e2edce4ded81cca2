import { FALSE, TRUE, type Diagram, type Diagrams } from '../algebra/diagrams.ts';
import { witnessOf } from '../algebra/read-diagrams.ts';
import { cubeDiagram, holdsThroughout, shareOf, withLevel, type Cube } from './cube.ts';

/** The cubes of a region: all that it needs, or where there would be too many some that lie in it. */
export interface Cover {
  readonly cubes: readonly Cube[];
  readonly isWhole: boolean;
}

/** How a region is to be covered. */
export interface Covering {
  /** What cubes may reach into besides the region: choices that cannot occur. The region itself belongs to it. */
  readonly allowed: Diagram;
  /** Beyond so many cubes it gives up. */
  readonly most: number;
  /** Levels with a lower number are left out of cubes sooner: what a reader would rather not be told. */
  readonly dispensable: (level: number) => number;
}

/**
 * Covers a region, given as a Boolean diagram, with few cubes: together they hold all of the region and nothing but what is
 * allowed. No cube can be left out, and none names a level that it need not name; cubes may overlap. Where there would be too
 * many, it gives up and says so. Equal diagrams are covered alike.
 */
export function coverRegion(
  diagrams: Diagrams,
  region: Diagram,
  { allowed, most, dispensable }: Covering,
): Cover {
  const cubes: Cube[] = [];
  let rest = region;
  while (rest !== FALSE) {
    if (cubes.length >= most) return { cubes, isWhole: false };
    const cube = bestAround(diagrams, rest, allowed, dispensable);
    cubes.push(cube);
    rest = diagrams.and(rest, diagrams.not(cubeDiagram(diagrams, cube)));
  }
  const needed = withoutNeedless(diagrams, region, cubes);
  const plain = narrowed(diagrams, region, needed).map((cube) =>
    withoutLevels(diagrams, cube, allowed, dispensable),
  );
  return { cubes: withoutNeedless(diagrams, region, plain), isWhole: true };
}

/** Grows a cube around one choice of the rest in several ways, and takes the one that covers most of it. */
function bestAround(
  diagrams: Diagrams,
  rest: Diagram,
  allowed: Diagram,
  dispensable: Covering['dispensable'],
): Cube {
  const seed = [...(witnessOf(diagrams, rest, TRUE, new Map()) ?? [])].toSorted(
    ([one], [other]) => one - other,
  );
  const single: Cube = new Map(
    seed.map(([level, klass]) => [
      level,
      Array.from({ length: diagrams.widthOf(level) }, (_, each) => each === klass),
    ]),
  );
  const levels = seed.map(([level]) => level);
  const byUse = levels.toSorted((one, other) => dispensable(one) - dispensable(other) || other - one);
  const orders = [byUse, levels, levels.toReversed()];
  const grown = orders.map((order) => {
    const cube = grow(diagrams, single, allowed, order);
    return { cube, gain: shareOf(diagrams, diagrams.and(rest, cubeDiagram(diagrams, cube))) };
  });
  const [first = { cube: single, gain: 0 }, ...others] = grown;
  return others.reduce((best, each) => (isBetter(each, best) ? each : best), first).cube;
}

interface Grown {
  readonly cube: Cube;
  readonly gain: number;
}

function isBetter(one: Grown, other: Grown): boolean {
  if (one.gain !== other.gain) return one.gain > other.gain;
  return one.cube.size < other.cube.size;
}

/** Gives each level in turn all classes with which the cube still lies in what is allowed. */
function grow(diagrams: Diagrams, cube: Cube, allowed: Diagram, order: readonly number[]): Cube {
  return order.reduce((grown, level) => {
    const own = grown.get(level);
    const fits = Array.from({ length: diagrams.widthOf(level) }, (_, klass) => {
      if (own?.[klass] === true) return true;
      const only = Array.from({ length: diagrams.widthOf(level) }, (__, each) => each === klass);
      return holdsThroughout(diagrams, allowed, new Map(grown).set(level, only));
    });
    return withLevel(grown, level, fits);
  }, cube);
}

/** Leaves out cubes that the others make up for, those found last first. */
function withoutNeedless(diagrams: Diagrams, region: Diagram, cubes: readonly Cube[]): readonly Cube[] {
  let kept = cubes;
  for (const cube of cubes.toReversed()) {
    const others = kept.filter((each) => each !== cube);
    const covered = diagrams.any(others.map((each) => cubeDiagram(diagrams, each)));
    if (diagrams.and(region, diagrams.not(covered)) === FALSE) kept = others;
  }
  return kept;
}

/** Takes out of each cube the classes of a level for which the others make up, or that hold nothing of the region. */
function narrowed(diagrams: Diagrams, region: Diagram, cubes: readonly Cube[]): readonly Cube[] {
  return cubes.toReversed().reduce((all, cube) => {
    const others = all.filter((each) => each !== cube).map((each) => cubeDiagram(diagrams, each));
    const own = diagrams.and(region, diagrams.not(diagrams.any(others)));
    const narrow = [...cube].reduce((kept, [level, left]) => {
      const needed = left.map((isLeft, klass) => {
        const slice = new Map(kept).set(
          level,
          left.map((_, each) => each === klass),
        );
        return isLeft && diagrams.and(own, cubeDiagram(diagrams, slice)) !== FALSE;
      });
      return new Map(kept).set(level, needed);
    }, cube);
    return all.map((each) => (each === cube ? narrow : each));
  }, cubes);
}

/** Leaves levels out of a cube altogether where what is allowed goes so far. */
function withoutLevels(
  diagrams: Diagrams,
  cube: Cube,
  allowed: Diagram,
  dispensable: Covering['dispensable'],
): Cube {
  const levels = [...cube.keys()].toSorted(
    (one, other) => dispensable(one) - dispensable(other) || other - one,
  );
  return levels.reduce((kept, level) => {
    const rest = new Map(kept);
    rest.delete(level);
    return holdsThroughout(diagrams, allowed, rest) ? rest : kept;
  }, cube);
}
