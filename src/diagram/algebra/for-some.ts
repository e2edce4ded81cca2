import { TERMINALS, type Diagram, type Diagrams } from './diagrams.ts';

/** Gives where a Boolean diagram holds for some choice of the variables of some levels; they are no longer in it. */
export function forSome(diagrams: Diagrams, root: Diagram, levels: ReadonlySet<number>): Diagram {
  if (levels.size === 0) return root;
  const known = new Map<Diagram, Diagram>();
  const visit = (diagram: Diagram): Diagram => {
    if (diagram < TERMINALS) return diagram;
    const before = known.get(diagram);
    if (before !== undefined) return before;
    const level = diagrams.levelOf(diagram);
    const children: Diagram[] = [];
    diagrams.eachRun(diagram, (child, last) => {
      const visited = visit(child);
      while (children.length <= last) children.push(visited);
    });
    const result = levels.has(level)
      ? diagrams.any(children)
      : diagrams.branch(level, (klass) => children[klass] ?? diagram);
    known.set(diagram, result);
    return result;
  };
  return visit(root);
}
