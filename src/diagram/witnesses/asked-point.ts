import { FALSE, TRUE, type Diagram, type Diagrams } from '../algebra/diagrams.ts';

/** Gives the part of a case, a class for each level, that a diagram asks for on its way to a constant. */
export function askedPoint(
  diagrams: Diagrams,
  root: Diagram,
  full: ReadonlyMap<number, number>,
): Map<number, number> {
  const point = new Map<number, number>();
  let at = root;
  while (at !== TRUE && at !== FALSE) {
    const level = diagrams.levelOf(at);
    const klass = full.get(level) ?? 0;
    point.set(level, klass);
    at = diagrams.childOf(at, klass);
  }
  return point;
}
