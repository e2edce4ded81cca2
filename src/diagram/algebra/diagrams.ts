import { IteCache } from './ite-cache.ts';
import { UniqueTable } from './unique-table.ts';

/** A diagram by the number of its root. Numbers below `TERMINALS` are the terminal values themselves. */
export type Diagram = number;

/** How many terminal values there may be: 0 and 1 stand for false and true. */
export const TERMINALS = 8;
export const FALSE: Diagram = 0;
export const TRUE: Diagram = 1;

/** Thrown where diagrams outgrow their budget: the caller falls back on another way, never on a guess. */
export class BudgetSpent extends Error {
  override readonly name = 'BudgetSpent';
}

/** Which classes of a variable are left open; absent where all are. */
export type ClassesLeft = readonly boolean[];

/** One variable's place in the order: how many classes it has, and which of them can occur. */
interface Level {
  readonly width: number;
  readonly left: ClassesLeft | undefined;
  readonly firstLeft: number;
}

/**
 * A store of canonical multi-valued decision diagrams: reduced, ordered by level, each node kept once, so that two
 * functions are equal exactly if their numbers are. Neighbouring classes with the same child are kept as one run.
 */
export class Diagrams {
  readonly #levels: Level[] = [];
  readonly #nodes: UniqueTable;
  readonly #cache = new IteCache();
  readonly #budget: number;

  constructor({ budget = Number.POSITIVE_INFINITY }: { readonly budget?: number } = {}) {
    this.#budget = budget;
    this.#nodes = new UniqueTable(TERMINALS);
  }

  /** Adds a variable below all others, and gives its level. */
  addLevel(width: number, left?: ClassesLeft): number {
    const firstLeft = left === undefined ? 0 : left.indexOf(true);
    if (firstLeft === -1) throw new RangeError('a variable needs a class that can occur');
    return this.#levels.push({ width, left, firstLeft }) - 1;
  }

  get levels(): number {
    return this.#levels.length;
  }

  /** How many nodes there are, terminals not counted. */
  get size(): number {
    return this.#nodes.size - TERMINALS;
  }

  widthOf(level: number): number {
    return this.#level(level).width;
  }

  /** Which classes of a level are left open; `undefined` where all are. */
  leftOf(level: number): ClassesLeft | undefined {
    return this.#level(level).left;
  }

  /** The level on which a diagram branches; infinite for a terminal. */
  levelOf(diagram: Diagram): number {
    return diagram < TERMINALS ? Number.POSITIVE_INFINITY : this.#nodes.level(diagram);
  }

  /** The child that a class leads to. */
  childOf(diagram: Diagram, klass: number): Diagram {
    return this.#nodes.child(diagram, klass);
  }

  /** Calls back for every run of classes that lead to the same child, in order; `last` is the run's last class. */
  eachRun(diagram: Diagram, visit: (child: Diagram, last: number) => void): void {
    const { from, to } = this.#nodes.runs(diagram);
    for (let run = from; run < to; run += 1) visit(this.#nodes.kidAt(run), this.#nodes.lastAt(run));
  }

  /** True where the variable of the level is in one of the classes that fit. */
  test(level: number, fits: (klass: number) => boolean): Diagram {
    return this.branch(level, (klass) => (fits(klass) ? TRUE : FALSE));
  }

  /** A node with a child for each class; where all are the same, that child. Classes that cannot occur count for nothing. */
  branch(level: number, childFor: (klass: number) => Diagram): Diagram {
    const { width, left, firstLeft } = this.#level(level);
    const kids = Array.from({ length: width }, (_, klass) =>
      childFor(left === undefined || left[klass] === true ? klass : firstLeft),
    );
    this.#nodes.begin(level);
    kids.forEach((kid, klass) => {
      this.#nodes.push(kid, klass);
    });
    return this.#finished();
  }

  not(f: Diagram): Diagram {
    return this.ite(f, FALSE, TRUE);
  }

  and(f: Diagram, g: Diagram): Diagram {
    return f < g ? this.ite(f, g, FALSE) : this.ite(g, f, FALSE);
  }

  or(f: Diagram, g: Diagram): Diagram {
    return f < g ? this.ite(f, TRUE, g) : this.ite(g, TRUE, f);
  }

  /** Conjunction of many, taken in pairs so that none grows before it must. */
  all(diagrams: readonly Diagram[]): Diagram {
    return inPairs(diagrams, TRUE, (f, g) => this.and(f, g));
  }

  /** Disjunction of many, taken in pairs. */
  any(diagrams: readonly Diagram[]): Diagram {
    return inPairs(diagrams, FALSE, (f, g) => this.or(f, g));
  }

  /** `g` where the Boolean `f` is true, `h` elsewhere. */
  ite(f: Diagram, g: Diagram, h: Diagram): Diagram {
    if (f === TRUE) return g;
    if (f === FALSE || g === h) return h;
    if (g === TRUE && h === FALSE) return f;
    if (g === f) return this.ite(f, TRUE, h);
    const known = this.#cache.find(f, g, h);
    if (known !== undefined) return known;
    const result = this.#split(f, g, h);
    this.#cache.keep(f, g, h, result);
    return result;
  }

  /** Branches on the topmost variable of the three, run by run. */
  #split(f: Diagram, g: Diagram, h: Diagram): Diagram {
    const level = Math.min(this.levelOf(f), this.levelOf(g), this.levelOf(h));
    const { width } = this.#level(level);
    const kids: Diagram[] = [];
    const lasts: number[] = [];
    for (let klass = 0; klass < width; klass += 1) {
      const last = Math.min(
        this.#runEnd(f, level, klass),
        this.#runEnd(g, level, klass),
        this.#runEnd(h, level, klass),
        width - 1,
      );
      kids.push(this.ite(this.#at(f, level, klass), this.#at(g, level, klass), this.#at(h, level, klass)));
      lasts.push(last);
      klass = last;
    }
    this.#nodes.begin(level);
    kids.forEach((kid, run) => {
      this.#nodes.push(kid, lasts[run] ?? width - 1);
    });
    return this.#finished();
  }

  #at(diagram: Diagram, level: number, klass: number): Diagram {
    return this.levelOf(diagram) === level ? this.#nodes.child(diagram, klass) : diagram;
  }

  #runEnd(diagram: Diagram, level: number, klass: number): number {
    return this.levelOf(diagram) === level ? this.#nodes.runEnd(diagram, klass) : Number.POSITIVE_INFINITY;
  }

  #finished(): Diagram {
    const node = this.#nodes.finish();
    if (this.#nodes.size - TERMINALS > this.#budget) {
      throw new BudgetSpent(`more than ${String(this.#budget)} nodes`);
    }
    return node;
  }

  #level(level: number): Level {
    const found = this.#levels[level];
    if (found === undefined) throw new RangeError(`no level ${String(level)}`);
    return found;
  }
}

function inPairs(
  diagrams: readonly Diagram[],
  none: Diagram,
  join: (f: Diagram, g: Diagram) => Diagram,
): Diagram {
  let row = [...new Set(diagrams)].toSorted((one, other) => other - one);
  while (row.length > 1) {
    const joined: Diagram[] = [];
    for (let place = 0; place < row.length; place += 2) {
      const [f = none, g] = [row[place], row[place + 1]];
      joined.push(g === undefined ? f : join(f, g));
    }
    row = joined;
  }
  return row[0] ?? none;
}
