import { TERMINALS, type Diagram } from '../../algebra/diagrams.ts';
import { bitOf, Neighbours } from './neighbours.ts';

/** The runs of a node: child, last class, child, last class and so on. */
export type Runs = readonly number[];

/** The nodes of one variable in chains by their hash. */
interface Chains {
  heads: Int32Array;
  count: number;
}

/**
 * Nodes of diagrams whose order changes: each kept once for its variable, and no longer than something refers to it. A
 * node belongs to a variable instead of a level, so that a variable can move without its nodes being touched.
 */
export class CountedNodes {
  readonly neighbours: Neighbours;
  readonly #chains: readonly Chains[];
  readonly #variables: number[] = [];
  readonly #runs: Runs[] = [];
  readonly #references: number[] = [];
  /** By node: the bits of the variables of which it has been a child. */
  readonly #parentBits: number[] = [];
  /** The next node of the same chain, or 0 for none. */
  readonly #next: number[] = [];
  readonly #free: number[] = [];
  #size = 0;
  #cells = 0;

  constructor(variables: number) {
    this.neighbours = new Neighbours(variables);
    this.#chains = Array.from({ length: variables }, () => ({
      heads: new Int32Array(FIRST_HEADS),
      count: 0,
    }));
    for (let terminal = 0; terminal < TERMINALS; terminal += 1) this.#place(terminal, NO_VARIABLE, []);
  }

  /** How many nodes there are, terminals not counted. */
  get size(): number {
    return this.#size;
  }

  /** How many numbers the nodes take once they are laid out for walking: one each, and one for every class. */
  get cells(): number {
    return this.#cells;
  }

  countOf(variable: number): number {
    return this.#chainsOf(variable).count;
  }

  /** The variable of a node; below zero for a terminal. */
  variableOf(node: Diagram): number {
    return this.#variables[node] ?? NO_VARIABLE;
  }

  runsOf(node: Diagram): Runs {
    return this.#runs[node] ?? [];
  }

  /** The bits of all variables that may have the node as a child. */
  parentBitsOf(node: Diagram): number {
    return this.#parentBits[node] ?? 0;
  }

  nodesOf(variable: number): readonly Diagram[] {
    const nodes: Diagram[] = [];
    for (const head of this.#chainsOf(variable).heads) {
      for (let node = head; node !== 0; node = this.#next[node] ?? 0) nodes.push(node);
    }
    return nodes;
  }

  /** Gives the node with these runs, or the child itself where there is but one run. Nothing refers to a new node yet. */
  nodeOf(variable: number, runs: Runs): Diagram {
    if (runs.length === 2) return runs[0] ?? 0;
    const chains = this.#chainsOf(variable);
    for (let node = chains.heads[placeIn(chains, runs)] ?? 0; node !== 0; node = this.#next[node] ?? 0) {
      if (isSame(this.runsOf(node), runs)) return node;
    }
    const node = this.#free.pop() ?? this.#runs.length;
    this.#place(node, variable, runs);
    this.#adopt(variable, runs);
    this.#link(node);
    return node;
  }

  /** Makes a node another, of another variable. The caller knows that there is no such node yet. */
  rewrite(node: Diagram, variable: number, runs: Runs): void {
    const before = this.runsOf(node);
    this.#unlink(node);
    this.#variables[node] = variable;
    this.#runs[node] = runs;
    this.#adopt(variable, runs);
    this.#link(node);
    this.#releaseChildren(before);
  }

  /** Refers to a node. */
  hold(node: Diagram): void {
    this.#references[node] = (this.#references[node] ?? 0) + 1;
  }

  /** Refers to a node no longer; with the last reference it goes, and so does what only it referred to. */
  release(node: Diagram): void {
    const left = (this.#references[node] ?? 0) - 1;
    this.#references[node] = left;
    if (left > 0 || node < TERMINALS) return;
    if (left < 0) throw new RangeError(`node ${String(node)} was not referred to`);
    this.#unlink(node);
    this.#releaseChildren(this.runsOf(node));
    this.#variables[node] = NO_VARIABLE;
    this.#runs[node] = [];
    this.#free.push(node);
  }

  #place(node: Diagram, variable: number, runs: Runs): void {
    this.#variables[node] = variable;
    this.#runs[node] = runs;
    this.#references[node] = 0;
    this.#parentBits[node] = 0;
    this.#next[node] = 0;
  }

  #adopt(variable: number, runs: Runs): void {
    for (let run = 0; run < runs.length; run += 2) {
      const child = runs[run] ?? 0;
      this.hold(child);
      if (child < TERMINALS) continue;
      this.#parentBits[child] = this.parentBitsOf(child) | bitOf(variable);
      this.neighbours.note(variable, this.variableOf(child));
    }
  }

  #releaseChildren(runs: Runs): void {
    for (let run = 0; run < runs.length; run += 2) this.release(runs[run] ?? 0);
  }

  #link(node: Diagram): void {
    const chains = this.#chainsOf(this.variableOf(node));
    if (chains.count === chains.heads.length) this.#spread(chains);
    this.#linkIn(chains, node);
    this.#count(chains, node, 1);
  }

  #linkIn(chains: Chains, node: Diagram): void {
    const place = placeIn(chains, this.runsOf(node));
    this.#next[node] = chains.heads[place] ?? 0;
    chains.heads[place] = node;
  }

  #unlink(node: Diagram): void {
    const chains = this.#chainsOf(this.variableOf(node));
    const place = placeIn(chains, this.runsOf(node));
    const after = this.#next[node] ?? 0;
    let before = chains.heads[place] ?? 0;
    if (before === node) {
      chains.heads[place] = after;
    } else {
      while (this.#next[before] !== node) before = this.#next[before] ?? 0;
      this.#next[before] = after;
    }
    this.#count(chains, node, -1);
  }

  #count(chains: Chains, node: Diagram, by: 1 | -1): void {
    const runs = this.runsOf(node);
    chains.count += by;
    this.#size += by;
    this.#cells += by * ((runs[runs.length - 1] ?? 0) + 2);
  }

  #spread(chains: Chains): void {
    const { heads } = chains;
    chains.heads = new Int32Array(heads.length * 2);
    for (const head of heads) {
      for (let node = head; node !== 0;) {
        const after = this.#next[node] ?? 0;
        this.#linkIn(chains, node);
        node = after;
      }
    }
  }

  #chainsOf(variable: number): Chains {
    const chains = this.#chains[variable];
    if (chains === undefined) throw new RangeError(`no variable ${String(variable)}`);
    return chains;
  }
}

const NO_VARIABLE = -1;
const FIRST_HEADS = 8;

function isSame(runs: Runs, others: Runs): boolean {
  if (runs.length !== others.length) return false;
  for (let place = 0; place < runs.length; place += 1) {
    if (runs[place] !== others[place]) return false;
  }
  return true;
}

function placeIn({ heads }: Chains, runs: Runs): number {
  let hash = 0x9e3779b1;
  for (const part of runs) {
    hash = Math.imul(hash ^ part, 0x85ebca6b);
    hash ^= hash >>> 15;
  }
  return hash & (heads.length - 1);
}
