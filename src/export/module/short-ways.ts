import { GraphNodes, type GraphNode, type KnownGraph, type Step } from './known-graph.ts';

/**
 * Gives the same decisions with fewer tests on the way: at each step what promises the shortest way on is looked at first,
 * where a diagram looks at everything in one order. A large graph is left as it is, for this costs time.
 */
export function withShortWays(graph: KnownGraph, places: readonly number[]): KnownGraph {
  if (graph.nodes.length > MOST_NODES) return graph;
  const { nodes } = graph;
  const cofactors = new Cofactors(nodes);
  const made = new GraphNodes();
  const shortened = new Map<Step, Step>();
  const shorten = (step: Step): Step => {
    const known = shortened.get(step);
    if (known !== undefined || step < 0) return known ?? step;
    const [best] = (cofactors.nodes[step]?.support ?? [])
      .map((level) => cofactors.splitAt(step, level))
      .toSorted((one, other) => one.length - other.length || one.level - other.level);
    if (best === undefined) throw new Error('a node looks at nothing');
    const result = made.stepFor(best.variable, best.level, best.steps.map(shorten));
    shortened.set(step, result);
    return result;
  };
  for (const place of places) shorten(graph.stepOf(place));
  return { nodes: made.nodes, stepOf: (place) => shorten(graph.stepOf(place)) };
}

const MOST_NODES = 1000;

interface Split {
  readonly variable: GraphNode['variable'];
  readonly level: number;
  /** By class. */
  readonly steps: readonly Step[];
  /** How many tests there are to be on the way, if all classes are equally likely. */
  readonly length: number;
}

/** What is left of a graph once one variable is in one class. */
class Cofactors {
  readonly #made = new GraphNodes();
  readonly #variables = new Map<number, GraphNode['variable']>();
  readonly #known = new Map<string, Step>();
  readonly #lengths = new Map<Step, number>();

  constructor(nodes: readonly GraphNode[]) {
    for (const { variable, level, steps } of nodes) {
      this.#variables.set(level, variable);
      this.#made.stepFor(variable, level, steps);
    }
  }

  get nodes(): readonly GraphNode[] {
    return this.#made.nodes;
  }

  splitAt(step: Step, level: number): Split {
    const variable = this.#variables.get(level);
    if (variable === undefined) throw new Error(`no variable at level ${String(level)}`);
    const steps = variable.classes.map((_, klass) => this.#cofactor(step, level, klass));
    return { variable, level, steps, length: this.#lengthThrough(steps) };
  }

  #cofactor(step: Step, level: number, klass: number): Step {
    const node = this.nodes[step];
    if (node === undefined || !node.support.includes(level)) return step;
    if (node.level === level) return node.steps[klass] ?? step;
    const key = `${String(step)} ${String(level)} ${String(klass)}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const steps = node.steps.map((each) => this.#cofactor(each, level, klass));
    const result = this.#made.stepFor(node.variable, node.level, steps);
    this.#known.set(key, result);
    return result;
  }

  #lengthThrough(steps: readonly Step[]): number {
    const tests = Math.log2(new Set(steps).size);
    return tests + steps.reduce((sum, step) => sum + this.#length(step), 0) / steps.length;
  }

  #length(step: Step): number {
    const known = this.#lengths.get(step);
    if (known !== undefined || step < 0) return known ?? 0;
    const length = this.#lengthThrough(this.nodes[step]?.steps ?? []);
    this.#lengths.set(step, length);
    return length;
  }
}
