import type { ClassesLeft, Diagram, Diagrams } from '../algebra/diagrams.ts';
import { terminalsOf, type Left } from '../algebra/read-diagrams.ts';

/** A product of choices: the classes in which a variable may be, by its level. One that is not named may be in any. */
export type Cube = Left;

/** Gives the diagram that is true within a cube. */
export function cubeDiagram(diagrams: Diagrams, cube: Cube): Diagram {
  return diagrams.all(
    [...cube].map(([level, left]) => diagrams.test(level, (klass) => left[klass] === true)),
  );
}

/** True where a Boolean diagram holds in all of a cube. */
export function holdsThroughout(diagrams: Diagrams, diagram: Diagram, cube: Cube): boolean {
  return (terminalsOf(diagrams, diagram, cube) & 1) === 0;
}

/** Gives the cube with one level left in some classes; in all of them, the level is not named. */
export function withLevel(cube: Cube, level: number, left: ClassesLeft): Cube {
  const changed = new Map(cube);
  if (left.every(Boolean)) changed.delete(level);
  else changed.set(level, left);
  return changed;
}

/** Orders cubes by how much of a region each covers, the largest first. */
export function byShare(diagrams: Diagrams, cubes: readonly Cube[], region: Diagram): readonly Cube[] {
  return cubes
    .map((cube) => ({ cube, share: shareOf(diagrams, diagrams.and(region, cubeDiagram(diagrams, cube))) }))
    .toSorted((one, other) => other.share - one.share)
    .map(({ cube }) => cube);
}

/** Gives the share of all choices of classes for which a Boolean diagram holds, each class counting alike. */
export function shareOf(diagrams: Diagrams, root: Diagram): number {
  const known = new Map<Diagram, number>();
  const share = (diagram: Diagram): number => {
    if (diagram <= 1) return diagram;
    const before = known.get(diagram);
    if (before !== undefined) return before;
    let sum = 0;
    let first = 0;
    diagrams.eachRun(diagram, (child, last) => {
      sum += share(child) * (last + 1 - first);
      first = last + 1;
    });
    const found = sum / first;
    known.set(diagram, found);
    return found;
  };
  return share(root);
}
