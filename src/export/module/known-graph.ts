import type { PackDiagrams } from '../../diagram/compile/compile-pack.ts';
import type { FrozenDiagrams } from '../../diagram/compile/freeze.ts';
import type { Variable } from '../../diagram/variables/variable.ts';
import { isNoneUnlessSaid } from '../../diagram/variables/none-unless-said.ts';

/** Where a decision goes on: below zero a terminal, as `~terminal`, otherwise the place of a node in the graph. */
export type Step = number;

/** Where an answer cannot be given without what is not known. */
export const OPEN_STEP: Step = ~7;

/** Tells the classes of one variable apart. */
export interface GraphNode {
  readonly variable: Variable;
  readonly level: number;
  /** By class. */
  readonly steps: readonly Step[];
  /** The levels of the facts and days that it and all below it look at, in order. */
  readonly support: readonly number[];
}

/** The decision over facts and days alone: what only `known` can say is settled as it is where nothing is said. */
export interface KnownGraph {
  /** Children stand before their parents. */
  readonly nodes: readonly GraphNode[];
  /** Where a place of the frozen diagrams, or a terminal, is in the graph. */
  readonly stepOf: (place: number) => Step;
}

/** Nodes of a graph as they are made, each kept once; a node that tells nothing apart is not made. */
export class GraphNodes {
  readonly nodes: GraphNode[] = [];
  readonly #byKey = new Map<string, Step>();

  stepFor(variable: Variable, level: number, steps: readonly Step[]): Step {
    const [first = OPEN_STEP] = steps;
    if (steps.every((step) => step === first)) return first;
    const key = `${String(level)} ${steps.join(' ')}`;
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const support = [...new Set([level, ...steps.flatMap((step) => this.nodes[step]?.support ?? [])])];
    const node = { variable, level, steps, support: support.toSorted((one, other) => one - other) };
    this.#byKey.set(key, this.nodes.length);
    return this.nodes.push(node) - 1;
  }
}

/** Draws the graph of everything that the places lead to. */
export function knownGraph(
  { variables }: PackDiagrams,
  { code }: FrozenDiagrams,
  places: readonly number[],
): KnownGraph {
  const made = new GraphNodes();
  const steps = new Map<number, Step>();
  const draw = (place: number): Step => {
    if (place < 0) return place;
    const drawn = steps.get(place);
    if (drawn !== undefined) return drawn;
    const level = code[place] ?? 0;
    const variable = variables[level];
    if (variable === undefined) throw new Error(`no variable at level ${String(level)}`);
    const children = code.subarray(place + 1, place + 1 + variable.classes.length);
    const step = stepInto(variable, level, children);
    steps.set(place, step);
    return step;
  };
  const stepInto = (variable: Variable, level: number, children: Int32Array): Step => {
    if (isNoneUnlessSaid(variable)) return draw(children[0] ?? 0);
    if (!IN_QUESTIONS.includes(variable.about.is)) return OPEN_STEP;
    return made.stepFor(variable, level, Array.from(children, draw));
  };
  for (const place of places) draw(place);
  return { nodes: made.nodes, stepOf: (place) => (place < 0 ? place : (steps.get(place) ?? OPEN_STEP)) };
}

/** What facts and the date of a question can settle. */
const IN_QUESTIONS: readonly Variable['about']['is'][] = ['date', 'fact', 'start'];
