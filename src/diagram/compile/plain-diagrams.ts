import { Diagrams, TERMINALS, type Diagram } from '../algebra/diagrams.ts';

/** Diagrams in a store of their own, with the same levels. */
export interface PlainDiagrams {
  readonly diagrams: Diagrams;
  readonly plainOf: (root: Diagram) => Diagram;
}

/**
 * Puts in what is taken of variables of which a question says nothing, by level, where that is a single class. Questions
 * that only state facts need not walk past variables of a deal on record.
 */
export function plainDiagrams(
  whole: Diagrams,
  roots: readonly Diagram[],
  fallbacks: ArrayLike<number>,
): PlainDiagrams {
  const diagrams = new Diagrams();
  for (let level = 0; level < whole.levels; level += 1)
    diagrams.addLevel(whole.widthOf(level), whole.leftOf(level));
  const built = new Map<Diagram, Diagram>();
  const build = (diagram: Diagram): Diagram => {
    if (diagram < TERMINALS) return diagram;
    const known = built.get(diagram);
    if (known !== undefined) return known;
    const level = whole.levelOf(diagram);
    const fallback = fallbacks[level] ?? -1;
    const plain = fallback < 0 ? branched(diagram, level) : build(whole.childOf(diagram, fallback));
    built.set(diagram, plain);
    return plain;
  };
  const branched = (diagram: Diagram, level: number): Diagram => {
    const children: Diagram[] = [];
    whole.eachRun(diagram, (child, last) => {
      const plain = build(child);
      while (children.length <= last) children.push(plain);
    });
    return diagrams.branch(level, (klass) => children[klass] ?? diagram);
  };
  for (const root of roots) build(root);
  return { diagrams, plainOf: build };
}
