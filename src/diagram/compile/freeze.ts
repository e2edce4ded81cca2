import { TERMINALS, type Diagram, type Diagrams } from '../algebra/diagrams.ts';
import { eachNode } from '../algebra/read-diagrams.ts';

/**
 * Diagrams laid out for walking: a node is the place of its level in `code`, and its children follow it, one for each
 * class. A child below zero is a terminal: `~terminal`.
 */
export interface FrozenDiagrams {
  readonly code: Int32Array;
  readonly nodes: number;
  /** The place of a root, by its diagram; terminals as `~terminal`. */
  readonly placeOf: (root: Diagram) => number;
}

/** Lays out everything that can be reached from the roots, upper levels first. */
export function freeze(diagrams: Diagrams, roots: readonly Diagram[]): FrozenDiagrams {
  const nodes: Diagram[] = [];
  eachNode(diagrams, roots, (node) => nodes.push(node));
  nodes.sort((one, other) => diagrams.levelOf(one) - diagrams.levelOf(other) || one - other);
  const places = new Map<Diagram, number>();
  let length = 0;
  for (const node of nodes) {
    places.set(node, length);
    length += 1 + diagrams.widthOf(diagrams.levelOf(node));
  }
  const placeOf = (diagram: Diagram): number =>
    diagram < TERMINALS ? ~diagram : (places.get(diagram) ?? unreachable(diagram));
  const code = new Int32Array(length);
  for (const node of nodes) {
    const place = placeOf(node);
    code[place] = diagrams.levelOf(node);
    let klass = 0;
    diagrams.eachRun(node, (child, last) => {
      code.fill(placeOf(child), place + 1 + klass, place + 2 + last);
      klass = last + 1;
    });
  }
  return { code, nodes: nodes.length, placeOf };
}

function unreachable(diagram: Diagram): never {
  throw new Error(`diagram ${String(diagram)} was not laid out`);
}
