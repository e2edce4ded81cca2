import { Diagrams, TERMINALS, type Diagram } from '../../algebra/diagrams.ts';
import type { Variable } from '../../variables/variable.ts';
import { movableFrom } from './movable-from.ts';
import type { MovableDiagrams } from './movable-diagrams.ts';
import { siftVariables } from './sift-variables.ts';

/** Functions as diagrams over variables that stand in a list by level. */
export interface OrderedDiagrams {
  readonly diagrams: Diagrams;
  readonly variables: readonly Variable[];
}

/** Diagrams in a better order, and the diagram there of each root. */
export interface Sifted extends OrderedDiagrams {
  readonly rootOf: (root: Diagram) => Diagram;
}

/**
 * Gives the same functions in a store of their own, with the variables in an order that needs fewer nodes, or no more. It
 * is the same order each time. Diagrams over too many variables are given back as they are.
 */
export function sifted(ordered: OrderedDiagrams, roots: readonly Diagram[]): Sifted {
  const { diagrams, variables } = ordered;
  if (variables.length > MOST_VARIABLES) return { ...ordered, rootOf: (root) => root };
  const { movable, moved } = movableFrom(diagrams, roots);
  siftVariables(movable, { slack: SLACK, work: WORK_A_NODE * diagrams.size });
  return rebuilt(movable, variables, moved);
}

/** With more variables than this, what is kept of each two of them takes more memory than the diagrams do. */
const MOST_VARIABLES = 2_000;

/** So many nodes more than at its best place, for each node of its own, may be there while a variable moves. */
const SLACK = 0.5;

/** What sifting may cost for each node that compiling made: about a third of what making it took. */
const WORK_A_NODE = 25;

/** Builds what the roots reach once more, each variable on the level of its place. */
function rebuilt(
  { nodes, order }: MovableDiagrams,
  variables: readonly Variable[],
  moved: (root: Diagram) => Diagram,
): Sifted {
  const diagrams = new Diagrams();
  const ordered = order.flatMap((variable) => variables[variable] ?? []);
  const levels = new Map(order.map((variable, level) => [variable, level]));
  for (const { classes } of ordered) diagrams.addLevel(classes.length);
  const built = new Map<Diagram, Diagram>();
  const build = (node: Diagram): Diagram => {
    if (node < TERMINALS) return node;
    const known = built.get(node);
    if (known !== undefined) return known;
    const children: Diagram[] = [];
    const runs = nodes.runsOf(node);
    for (let run = 0; run < runs.length; run += 2) {
      const child = build(runs[run] ?? 0);
      while (children.length <= (runs[run + 1] ?? 0)) children.push(child);
    }
    const diagram = diagrams.branch(levels.get(nodes.variableOf(node)) ?? 0, (klass) => children[klass] ?? 0);
    built.set(node, diagram);
    return diagram;
  };
  return { diagrams, variables: ordered, rootOf: (root) => build(moved(root)) };
}
