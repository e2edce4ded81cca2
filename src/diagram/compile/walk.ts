import type { ClassesLeft } from '../algebra/diagrams.ts';

/** The class of a variable of which more than one class is left. */
export const OPEN = -1;

/** What is known when a frozen diagram is walked: a class for each level, or `OPEN`, and then perhaps which are left. */
export interface Known {
  readonly classes: Int32Array;
  readonly left: (ClassesLeft | undefined)[];
}

/** Walks frozen diagrams over what is known, and over every class left of the rest, without keeping anything but counters. */
export class Walker {
  readonly #code: Int32Array;
  readonly #known: Known;
  /** By place: the walk in which a node was last seen, and the terminals found below it then. */
  readonly #seen: Int32Array;
  readonly #found: Uint8Array;
  #walk = 0;

  constructor(code: Int32Array, known: Known) {
    this.#code = code;
    this.#known = known;
    this.#seen = new Int32Array(code.length);
    this.#found = new Uint8Array(code.length);
  }

  /** Gives the terminals that can be reached, as bits. */
  terminals(root: number): number {
    const code = this.#code;
    const { classes } = this.#known;
    let node = root;
    while (node >= 0) {
      const klass = at(classes, at(code, node));
      if (klass === OPEN) {
        this.#walk += 1;
        return this.#union(node);
      }
      node = at(code, node + 1 + klass);
    }
    return 1 << ~node;
  }

  #union(from: number): number {
    const code = this.#code;
    const { classes } = this.#known;
    let node = from;
    while (node >= 0) {
      const klass = at(classes, at(code, node));
      if (klass === OPEN) return this.#branches(node);
      node = at(code, node + 1 + klass);
    }
    return 1 << ~node;
  }

  #branches(node: number): number {
    if (this.#seen[node] === this.#walk) return this.#found[node] ?? 0;
    const level = at(this.#code, node);
    const left = this.#known.left[level];
    const width = left?.length ?? 0;
    let found = 0;
    let before = node;
    for (let klass = 0; klass < width; klass += 1) {
      const child = at(this.#code, node + 1 + klass);
      if (left?.[klass] !== true || child === before) continue;
      before = child;
      found |= this.#union(child);
    }
    this.#seen[node] = this.#walk;
    this.#found[node] = found;
    return found;
  }
}

function at(array: Int32Array, index: number): number {
  return array[index] ?? 0;
}
