/**
 * Results of `ite` by their three operands, in a table that forgets what falls on the same place: forgetting costs time,
 * never an answer. It grows with what is kept, so that small diagrams stay cheap.
 */
export class IteCache {
  #operands = new Int32Array(FIRST_PLACES * 3);
  #results = new Int32Array(FIRST_PLACES).fill(EMPTY);
  #kept = 0;

  find(f: number, g: number, h: number): number | undefined {
    const place = this.#placeOf(f, g, h);
    const result = this.#results[place] ?? EMPTY;
    return result !== EMPTY && this.#holds(place, f, g, h) ? result : undefined;
  }

  keep(f: number, g: number, h: number, result: number): void {
    if (this.#kept >= this.#results.length && this.#results.length < MOST_PLACES) this.#grow();
    const place = this.#placeOf(f, g, h);
    this.#operands[place * 3] = f;
    this.#operands[place * 3 + 1] = g;
    this.#operands[place * 3 + 2] = h;
    this.#results[place] = result;
    this.#kept += 1;
  }

  #holds(place: number, f: number, g: number, h: number): boolean {
    const operands = this.#operands;
    return operands[place * 3] === f && operands[place * 3 + 1] === g && operands[place * 3 + 2] === h;
  }

  #placeOf(f: number, g: number, h: number): number {
    let hash = Math.imul(f, 0x9e3779b1) ^ Math.imul(g, 0x85ebca6b) ^ Math.imul(h, 0xc2b2ae35);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    return (hash ^ (hash >>> 13)) & (this.#results.length - 1);
  }

  #grow(): void {
    const places = this.#results.length * 4;
    this.#operands = new Int32Array(places * 3);
    this.#results = new Int32Array(places).fill(EMPTY);
    this.#kept = 0;
  }
}

const EMPTY = -1;
const FIRST_PLACES = 256;
const MOST_PLACES = 1 << 22;
