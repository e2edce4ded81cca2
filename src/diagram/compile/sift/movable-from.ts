import { TERMINALS, type Diagram, type Diagrams } from '../../algebra/diagrams.ts';
import { eachNode } from '../../algebra/read-diagrams.ts';
import { MovableDiagrams } from './movable-diagrams.ts';

/** Diagrams taken along to where they can be moved, and where each root is there. */
export interface Moved {
  readonly movable: MovableDiagrams;
  readonly moved: (root: Diagram) => Diagram;
}

/** Takes along what can be reached from the roots, and holds the roots. Every class of every variable has to be possible. */
export function movableFrom(diagrams: Diagrams, roots: readonly Diagram[]): Moved {
  const movable = new MovableDiagrams(diagrams.levels);
  const places = new Map<Diagram, Diagram>();
  const moved = (diagram: Diagram): Diagram =>
    diagram < TERMINALS ? diagram : (places.get(diagram) ?? leftBehind(diagram));
  eachNode(diagrams, roots, (node) => {
    const runs: number[] = [];
    diagrams.eachRun(node, (child, last) => runs.push(moved(child), last));
    places.set(node, movable.nodes.nodeOf(diagrams.levelOf(node), runs));
  });
  for (const root of roots) movable.nodes.hold(moved(root));
  return { movable, moved };
}

function leftBehind(diagram: Diagram): never {
  throw new Error(`diagram ${String(diagram)} was not taken along`);
}
