import type { CarveOut, Clause } from '../../pack/pack.ts';
import { withChanged } from './clause-parts.ts';
import type { ContractPart } from './contract-part.ts';

/** Each carve-out, and each within another, held against its clause without it. */
export function carveOutParts(clauses: readonly Clause[]): readonly ContractPart[] {
  return clauses.flatMap((clause) =>
    pathsIn(clause.except).map((path): ContractPart => {
      const without = (each: Clause): Clause => ({ ...each, except: withoutPath(each.except, path) });
      return {
        kind: 'carve-out',
        id: [clause.id, ...path].join('.'),
        change: { is: 'without', of: [clause], without: (all) => withChanged(all, clause.id, without) },
      };
    }),
  );
}

/** The ids that lead to a carve-out, its own last. */
type CarveOutPath = readonly string[];

function pathsIn(carveOuts: readonly CarveOut[]): readonly CarveOutPath[] {
  return carveOuts.flatMap(({ id, except }) => [[id], ...pathsIn(except).map((path) => [id, ...path])]);
}

function withoutPath(carveOuts: readonly CarveOut[], [id, ...rest]: CarveOutPath): readonly CarveOut[] {
  if (rest.length === 0) return carveOuts.filter((each) => each.id !== id);
  return carveOuts.map((each) =>
    each.id === id ? { ...each, except: withoutPath(each.except, rest) } : each,
  );
}
