import type { Clause } from '../../pack/pack.ts';
import { withChanged } from './clause-parts.ts';
import type { ContractPart } from './contract-part.ts';

/** Each pair of clauses of which one gives way to the other, held against the contracts in which neither does. */
export function displacementParts(clauses: readonly Clause[]): readonly ContractPart[] {
  return [...pairsAmong(clauses).values()].map(({ upper, lower }) => ({
    kind: 'displacement',
    id: `${upper.id} over ${lower.id}`,
    change: { is: 'without', of: [lower], without: (all) => withoutPair(all, upper.id, lower.id) },
  }));
}

interface Pair {
  readonly upper: Clause;
  readonly lower: Clause;
}

/** Said from above or from below, or in both places, a pair is one. */
function pairsAmong(clauses: readonly Clause[]): ReadonlyMap<string, Pair> {
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  const pairs = new Map<string, Pair>();
  const add = (upper: Clause | undefined, lower: Clause | undefined): void => {
    if (upper === undefined || lower === undefined) return;
    pairs.set(JSON.stringify([upper.id, lower.id]), { upper, lower });
  };
  for (const clause of clauses) {
    for (const id of clause.notwithstanding) add(clause, byId.get(id));
    for (const id of [...clause.subjectTo, ...(clause.after ?? [])]) add(byId.get(id), clause);
  }
  return pairs;
}

function withoutPair(clauses: readonly Clause[], upper: string, lower: string): readonly Clause[] {
  const freed = withChanged(clauses, upper, (clause) => ({
    ...clause,
    notwithstanding: clause.notwithstanding.filter((id) => id !== lower),
  }));
  return withChanged(freed, lower, (clause) => ({
    ...clause,
    subjectTo: clause.subjectTo.filter((id) => id !== upper),
    ...(clause.after !== undefined && { after: clause.after.filter((id) => id !== upper) }),
  }));
}
