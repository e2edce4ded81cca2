import { TERMINALS, type Diagram, type Diagrams } from '../diagram/algebra/diagrams.ts';

/**
 * Gives the nodes that can be reached from the roots in an order of their own: by level, and within one as they are
 * first reached, class by class. It hangs on what the diagram says alone, not on how it was built.
 */
export function nodesInOrder(diagrams: Diagrams, roots: readonly Diagram[]): readonly Diagram[] {
  const reached = new Set<Diagram>();
  const visit = (diagram: Diagram): void => {
    if (diagram < TERMINALS || reached.has(diagram)) return;
    reached.add(diagram);
    diagrams.eachRun(diagram, visit);
  };
  roots.forEach(visit);
  return [...reached].toSorted((one, other) => diagrams.levelOf(one) - diagrams.levelOf(other));
}
