/** Nodes of decision diagrams, each kept once: a level, and the children as runs of classes. */
export class UniqueTable {
  readonly #terminals: number;
  #levels = new Int32Array(64);
  /** Where a node's runs begin; they end where the next node's begin. */
  #starts = new Int32Array(64);
  #kids = new Int32Array(256);
  #lasts = new Int32Array(256);
  /** Open addressing: a node's number, or 0 for none. */
  #slots = new Int32Array(128);
  #count: number;
  #runCount = 0;
  #level = 0;
  #pending = 0;

  constructor(terminals: number) {
    this.#terminals = terminals;
    this.#count = terminals;
  }

  get size(): number {
    return this.#count;
  }

  level(node: number): number {
    return at(this.#levels, node);
  }

  runs(node: number): { readonly from: number; readonly to: number } {
    return { from: at(this.#starts, node), to: at(this.#starts, node + 1) };
  }

  kidAt(run: number): number {
    return at(this.#kids, run);
  }

  lastAt(run: number): number {
    return at(this.#lasts, run);
  }

  child(node: number, klass: number): number {
    return at(this.#kids, this.#runOf(node, klass));
  }

  /** The last class of the run that a class is in. */
  runEnd(node: number, klass: number): number {
    return at(this.#lasts, this.#runOf(node, klass));
  }

  /** Starts a node. Nodes are built one at a time: begin, push every class, finish. */
  begin(level: number): void {
    this.#level = level;
    this.#pending = this.#runCount;
  }

  /** Adds classes up to `last` that lead to a child; neighbours with the same child become one run. */
  push(kid: number, last: number): void {
    const before = this.#pending - 1;
    if (this.#pending > this.#runCount && at(this.#kids, before) === kid) {
      this.#lasts[before] = last;
      return;
    }
    if (this.#pending === this.#kids.length) this.#growRuns();
    this.#kids[this.#pending] = kid;
    this.#lasts[this.#pending] = last;
    this.#pending += 1;
  }

  /** Gives the node begun: its only child where there is one, the same node as before where there was one. */
  finish(): number {
    const from = this.#runCount;
    if (this.#pending === from + 1) return at(this.#kids, from);
    const slot = this.#slotFor(this.#level, from, this.#pending);
    const known = at(this.#slots, slot);
    if (known !== 0) return known;
    return this.#add(slot);
  }

  #add(slot: number): number {
    const node = this.#count;
    if (node + 1 >= this.#levels.length) this.#growNodes();
    this.#levels[node] = this.#level;
    this.#starts[node] = this.#runCount;
    this.#starts[node + 1] = this.#pending;
    this.#slots[slot] = node;
    this.#runCount = this.#pending;
    this.#count += 1;
    if (this.#count * 2 > this.#slots.length) this.#rehash();
    return node;
  }

  #runOf(node: number, klass: number): number {
    let low = at(this.#starts, node);
    let high = at(this.#starts, node + 1) - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at(this.#lasts, middle) < klass) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #slotFor(level: number, from: number, to: number): number {
    const mask = this.#slots.length - 1;
    let slot = this.#hash(level, from, to) & mask;
    for (let node = at(this.#slots, slot); node !== 0; node = at(this.#slots, slot)) {
      if (this.#isSame(node, level, from, to)) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #hash(level: number, from: number, to: number): number {
    let hash = Math.imul(level + 1, 0x9e3779b1);
    for (let run = from; run < to; run += 1) {
      hash = Math.imul(hash ^ at(this.#kids, run), 0x85ebca6b);
      hash = Math.imul(hash ^ (hash >>> 15) ^ at(this.#lasts, run), 0xc2b2ae35);
    }
    return (hash ^ (hash >>> 16)) >>> 0;
  }

  #isSame(node: number, level: number, from: number, to: number): boolean {
    const start = at(this.#starts, node);
    if (at(this.#levels, node) !== level || at(this.#starts, node + 1) - start !== to - from) return false;
    for (let place = 0; place < to - from; place += 1) {
      const isEqual =
        at(this.#kids, start + place) === at(this.#kids, from + place) &&
        at(this.#lasts, start + place) === at(this.#lasts, from + place);
      if (!isEqual) return false;
    }
    return true;
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let node = this.#terminals; node < this.#count; node += 1) {
      const [from, to] = [at(this.#starts, node), at(this.#starts, node + 1)];
      this.#slots[this.#slotFor(at(this.#levels, node), from, to)] = node;
    }
  }

  #growNodes(): void {
    this.#levels = grown(this.#levels);
    this.#starts = grown(this.#starts);
  }

  #growRuns(): void {
    this.#kids = grown(this.#kids);
    this.#lasts = grown(this.#lasts);
  }
}

function grown(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

function at(array: Int32Array, index: number): number {
  return array[index] ?? 0;
}
