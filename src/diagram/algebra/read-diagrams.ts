import { TERMINALS, type ClassesLeft, type Diagram, type Diagrams } from './diagrams.ts';

/** What is left open of each variable, by level; a level that is not here is open altogether. */
export type Left = ReadonlyMap<number, ClassesLeft>;

/** Gives the terminals that some choice of the classes left reaches, as a set of bits. */
export function terminalsOf(diagrams: Diagrams, root: Diagram, left: Left): number {
  const known = new Map<Diagram, number>();
  const reach = (diagram: Diagram): number => {
    if (diagram < TERMINALS) return 1 << diagram;
    const before = known.get(diagram);
    if (before !== undefined) return before;
    let terminals = 0;
    eachChildLeft(diagrams, diagram, left, (child) => {
      terminals |= reach(child);
    });
    known.set(diagram, terminals);
    return terminals;
  };
  return reach(root);
}

/** Gives the diagram in which every variable is in a class that is left; the others count for nothing. */
export function restrict(diagrams: Diagrams, root: Diagram, left: Left): Diagram {
  if (left.size === 0) return root;
  const known = new Map<Diagram, Diagram>();
  const visit = (diagram: Diagram): Diagram => {
    if (diagram < TERMINALS) return diagram;
    const before = known.get(diagram);
    if (before !== undefined) return before;
    const level = diagrams.levelOf(diagram);
    const open = left.get(level);
    const first = open === undefined ? 0 : open.indexOf(true);
    const children: Diagram[] = [];
    for (let klass = 0; klass < diagrams.widthOf(level); klass += 1) {
      const isLeft = open === undefined || open[klass] === true;
      children.push(visit(diagrams.childOf(diagram, isLeft ? klass : first)));
    }
    const restricted = diagrams.branch(level, (klass) => children[klass] ?? diagram);
    known.set(diagram, restricted);
    return restricted;
  };
  return visit(root);
}

/** Gives the levels on which a diagram depends, in order. */
export function supportOf(diagrams: Diagrams, root: Diagram): readonly number[] {
  const levels = new Set<number>();
  eachNode(diagrams, [root], (node) => levels.add(diagrams.levelOf(node)));
  return [...levels].toSorted((one, other) => one - other);
}

/** Gives one choice of classes, by level, that leads to a terminal; levels left out may be in any class that is left. */
export function witnessOf(
  diagrams: Diagrams,
  root: Diagram,
  terminal: number,
  left: Left,
): ReadonlyMap<number, number> | undefined {
  const dead = new Set<Diagram>();
  const path = new Map<number, number>();
  const search = (diagram: Diagram): boolean => {
    if (diagram < TERMINALS) return diagram === terminal;
    if (dead.has(diagram)) return false;
    const level = diagrams.levelOf(diagram);
    const found = eachChildLeft(diagrams, diagram, left, (child, klass) => {
      if (!search(child)) return false;
      path.set(level, klass);
      return true;
    });
    if (!found) dead.add(diagram);
    return found;
  };
  return search(root) ? path : undefined;
}

/** Visits every node that can be reached from the roots once, children before parents. */
export function eachNode(
  diagrams: Diagrams,
  roots: readonly Diagram[],
  visit: (node: Diagram) => void,
): void {
  const seen = new Set<Diagram>();
  const walk = (diagram: Diagram): void => {
    if (diagram < TERMINALS || seen.has(diagram)) return;
    seen.add(diagram);
    diagrams.eachRun(diagram, walk);
    visit(diagram);
  };
  roots.forEach(walk);
}

/** Visits one class of each run that holds a class left; stops, with true, at the first visit that returns true. */
function eachChildLeft(
  diagrams: Diagrams,
  diagram: Diagram,
  left: Left,
  visit: (child: Diagram, klass: number) => unknown,
): boolean {
  const level = diagrams.levelOf(diagram);
  const open = left.get(level) ?? diagrams.leftOf(level);
  let first = 0;
  let stopped = false;
  diagrams.eachRun(diagram, (child, last) => {
    const klass = open === undefined ? first : open.indexOf(true, first);
    first = last + 1;
    if (stopped || klass === -1 || klass > last) return;
    stopped = visit(child, klass) === true;
  });
  return stopped;
}

/** Gives the diagram with each terminal replaced. */
export function mapTerminals(
  diagrams: Diagrams,
  root: Diagram,
  replaced: (terminal: number) => number,
): Diagram {
  const known = new Map<Diagram, Diagram>();
  const visit = (diagram: Diagram): Diagram => {
    if (diagram < TERMINALS) return replaced(diagram);
    const before = known.get(diagram);
    if (before !== undefined) return before;
    const level = diagrams.levelOf(diagram);
    const children: Diagram[] = [];
    diagrams.eachRun(diagram, (child, last) => {
      const mapped = visit(child);
      while (children.length <= last) children.push(mapped);
    });
    const result = diagrams.branch(level, (klass) => children[klass] ?? diagram);
    known.set(diagram, result);
    return result;
  };
  return visit(root);
}

/** Where a diagram comes to a terminal, as a Boolean. */
export function whereTerminal(diagrams: Diagrams, root: Diagram, terminal: number): Diagram {
  return mapTerminals(diagrams, root, (each) => (each === terminal ? 1 : 0));
}
