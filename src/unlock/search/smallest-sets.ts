import {
  FALSE,
  TRUE,
  type ClassesLeft,
  type Diagram,
  type Diagrams,
} from '../../diagram/algebra/diagrams.ts';

/** One variable brought into one class. */
export interface Choice {
  readonly level: number;
  readonly klass: number;
}

/** What can be chosen. */
export interface Choosing {
  /** The classes in which a variable may be where nothing is chosen for it; `undefined` where that is any. */
  readonly unchosen: (level: number) => ClassesLeft | undefined;
  /** The classes into which it can be brought. */
  readonly offered: (level: number) => readonly number[];
  readonly atMost: number;
}

type Sets = readonly (readonly Choice[])[];

/** Thrown where there are more sets than anybody would read: the search gives up, and says so. */
export class TooManySets extends Error {
  override readonly name = 'TooManySets';
}

const MOST_SETS = 5_000;

/**
 * Gives every set of at most so many choices after which a Boolean diagram holds whatever is left open, and of which no part
 * does as much. At each variable either nothing is chosen, and then all classes left have to do, or one class is.
 */
export function smallestSets(diagrams: Diagrams, region: Diagram, choosing: Choosing): Sets {
  const known = new Map<string, Sets>();
  const find = (diagram: Diagram, budget: number): Sets => {
    if (diagram === FALSE) return NONE;
    if (diagram === TRUE) return NOTHING_NEEDED;
    const key = `${String(diagram)} ${String(budget)}`;
    const found = known.get(key) ?? search(diagram, budget);
    known.set(key, found);
    return found;
  };
  const search = (diagram: Diagram, budget: number): Sets => {
    const level = diagrams.levelOf(diagram);
    const left = find(keptAt(diagrams, diagram, choosing.unchosen(level)), budget);
    if (budget === 0 || left === NOTHING_NEEDED) return left;
    const chosen = choosing.offered(level).flatMap((klass) =>
      find(diagrams.childOf(diagram, klass), budget - 1)
        .filter((rest) => !left.some((smaller) => isWithin(smaller, rest)))
        .map((rest) => [{ level, klass }, ...rest]),
    );
    if (left.length + chosen.length > MOST_SETS) throw new TooManySets(`more than ${String(MOST_SETS)} sets`);
    return [...left, ...chosen];
  };
  return find(region, choosing.atMost);
}

const NONE: Sets = [];
const NOTHING_NEEDED: Sets = [[]];

/** Where a diagram holds in every class that is left of its topmost variable. */
function keptAt(diagrams: Diagrams, diagram: Diagram, left: ClassesLeft | undefined): Diagram {
  const children = new Set<Diagram>();
  let first = 0;
  diagrams.eachRun(diagram, (child, last) => {
    if (left === undefined || left.slice(first, last + 1).includes(true)) children.add(child);
    first = last + 1;
  });
  return diagrams.all([...children]);
}

function isWithin(smaller: readonly Choice[], larger: readonly Choice[]): boolean {
  return smaller.every(({ level, klass }) =>
    larger.some((choice) => choice.level === level && choice.klass === klass),
  );
}
