/**
 * Remembers which variables may have a child of which others, so that two that have none change places at no cost. What
 * it says may be out of date on one side only: there is no child where it says that there is none.
 */
export class Neighbours {
  /** By variable: for each other one, 1 where that may have a child of it. */
  readonly #parents: readonly Uint8Array[];

  constructor(variables: number) {
    this.#parents = Array.from({ length: variables }, () => new Uint8Array(variables));
  }

  mayMeet(parent: number, child: number): boolean {
    return this.#parentsOf(child)[parent] === 1;
  }

  note(parent: number, child: number): void {
    this.#parentsOf(child)[parent] = 1;
  }

  /** No node of the one has a child of the other any more. */
  part(parent: number, child: number): void {
    this.#parentsOf(child)[parent] = 0;
  }

  /** Some nodes of a variable are now of another: its parents with one of the bits may be theirs. */
  inherit(from: number, to: number, bits: number): void {
    if (bits === 0) return;
    const own = this.#parentsOf(to);
    this.#parentsOf(from).forEach((isParent, parent) => {
      if (isParent === 1 && (bits & bitOf(parent)) !== 0) own[parent] = 1;
    });
  }

  #parentsOf(child: number): Uint8Array {
    const parents = this.#parents[child];
    if (parents === undefined) throw new RangeError(`no variable ${String(child)}`);
    return parents;
  }
}

/** One of 32 bits, which a variable shares with others: enough to rule most variables out as parents of a node. */
export function bitOf(variable: number): number {
  return 1 << (variable & 31);
}
