import { FALSE, TERMINALS, TRUE, type Diagram, type Diagrams } from './diagrams.ts';

/** The terminals that two diagrams come to in one case, where they are not the same. */
export interface TerminalPair {
  readonly one: number;
  readonly other: number;
  /** Where the one comes to the first and the other to the second. */
  readonly where: Diagram;
}

/** Gives where two diagrams come to different terminals, by the terminals. What they share is not looked into. */
export function differencesOf(diagrams: Diagrams, one: Diagram, other: Diagram): readonly TerminalPair[] {
  const pairs = pairsReached(diagrams, one, other);
  return [...pairs].toSorted(byNumber).map((pair) => {
    const [first, second] = [Math.floor(pair / TERMINALS), pair % TERMINALS];
    return { one: first, other: second, where: wherePair(diagrams, one, other, first, second) };
  });
}

function byNumber(one: number, other: number): number {
  return one - other;
}

function pairsReached(diagrams: Diagrams, one: Diagram, other: Diagram): ReadonlySet<number> {
  const seen = new Map<Diagram, Set<Diagram>>();
  const pairs = new Set<number>();
  const visit = (f: Diagram, g: Diagram): void => {
    if (f === g || seen.get(f)?.has(g) === true) return;
    if (f < TERMINALS && g < TERMINALS) {
      pairs.add(f * TERMINALS + g);
      return;
    }
    const known = seen.get(f) ?? new Set<Diagram>();
    seen.set(f, known.add(g));
    for (const [left, right] of childPairs(diagrams, f, g)) visit(left, right);
  };
  visit(one, other);
  return pairs;
}

function wherePair(diagrams: Diagrams, one: Diagram, other: Diagram, first: number, second: number): Diagram {
  const known = new Map<Diagram, Map<Diagram, Diagram>>();
  const visit = (f: Diagram, g: Diagram): Diagram => {
    if (f === g) return FALSE;
    if (f < TERMINALS && g < TERMINALS) return f === first && g === second ? TRUE : FALSE;
    const own = known.get(f) ?? new Map<Diagram, Diagram>();
    known.set(f, own);
    const before = own.get(g);
    if (before !== undefined) return before;
    const children = childPairs(diagrams, f, g).map(([left, right]) => visit(left, right));
    const level = Math.min(diagrams.levelOf(f), diagrams.levelOf(g));
    const result = diagrams.branch(level, (klass) => children[klass] ?? FALSE);
    own.set(g, result);
    return result;
  };
  return visit(one, other);
}

/** The children of two diagrams under each class of the variable on which the upper of them branches. */
function childPairs(diagrams: Diagrams, f: Diagram, g: Diagram): readonly (readonly [Diagram, Diagram])[] {
  const level = Math.min(diagrams.levelOf(f), diagrams.levelOf(g));
  const at = (diagram: Diagram, klass: number): Diagram =>
    diagrams.levelOf(diagram) === level ? diagrams.childOf(diagram, klass) : diagram;
  return Array.from({ length: diagrams.widthOf(level) }, (_, klass) => [at(f, klass), at(g, klass)] as const);
}

/** True where somewhere in a region all of some diagrams come to one terminal. */
export function comeTogether(
  diagrams: Diagrams,
  region: Diagram,
  roots: readonly Diagram[],
  terminal: number,
): boolean {
  const dead = new Set<string>();
  const search = (all: readonly Diagram[]): boolean => {
    const [where = FALSE, ...others] = all;
    if (where === FALSE || others.some((each) => each < TERMINALS && each !== terminal)) return false;
    if (all.every((each) => each < TERMINALS)) return true;
    const key = all.join(' ');
    if (dead.has(key)) return false;
    const level = Math.min(...all.map((each) => diagrams.levelOf(each)));
    for (let klass = 0; klass < diagrams.widthOf(level); klass += 1) {
      const children = all.map((each) =>
        diagrams.levelOf(each) === level ? diagrams.childOf(each, klass) : each,
      );
      if (search(children)) return true;
    }
    dead.add(key);
    return false;
  };
  return search([region, ...roots]);
}
