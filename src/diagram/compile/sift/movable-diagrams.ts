import { CountedNodes, type Runs } from './counted-nodes.ts';
import { turnedRuns } from './turned-runs.ts';

/** Diagrams whose variables can change places. The number of a root stays the same, and so does its function. */
export class MovableDiagrams {
  readonly nodes: CountedNodes;
  /** Variables from the top down, each named by the level that it had at first. */
  readonly #order: number[];
  #work = 0;

  constructor(levels: number) {
    this.nodes = new CountedNodes(levels);
    this.#order = Array.from({ length: levels }, (_, level) => level);
  }

  get order(): readonly number[] {
    return this.#order;
  }

  /** What the swaps so far have cost: runs read, and runs made. */
  get work(): number {
    return this.#work;
  }

  /** Lets the variable at a place and the one below it change places. */
  swap(place: number): void {
    const [upper, lower] = [this.#order[place], this.#order[place + 1]];
    if (upper === undefined || lower === undefined) throw new RangeError(`no two places at ${String(place)}`);
    this.#order[place] = lower;
    this.#order[place + 1] = upper;
    this.#work += 1;
    if (this.nodes.neighbours.mayMeet(upper, lower)) this.#turnAll(upper, lower);
  }

  #turnAll(upper: number, lower: number): void {
    const { nodes } = this;
    let parentBits = 0;
    for (const node of nodes.nodesOf(upper)) {
      const runs = nodes.runsOf(node);
      this.#work += runs.length / 2;
      if (!this.#hasChildOf(runs, lower)) continue;
      this.#turn(node, runs, upper, lower);
      parentBits |= nodes.parentBitsOf(node);
    }
    nodes.neighbours.part(upper, lower);
    nodes.neighbours.inherit(upper, lower, parentBits);
  }

  #hasChildOf(runs: Runs, variable: number): boolean {
    for (let run = 0; run < runs.length; run += 2) {
      if (this.nodes.variableOf(runs[run] ?? 0) === variable) return true;
    }
    return false;
  }

  #turn(node: number, runs: Runs, upper: number, lower: number): void {
    const turned = turnedRuns(this.nodes, runs, upper, lower);
    this.#work += (runs.length / 2) * (turned.length / 2);
    this.nodes.rewrite(node, lower, turned);
  }
}
