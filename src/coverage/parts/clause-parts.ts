import type { Clause } from '../../pack/pack.ts';
import type { ContractPart } from './contract-part.ts';

/** Each clause, held against the contracts without it. */
export function clauseParts(clauses: readonly Clause[]): readonly ContractPart[] {
  return clauses.map((clause) => ({
    kind: 'clause',
    id: clause.id,
    change: { is: 'without', of: [clause], without: (all) => all.filter(({ id }) => id !== clause.id) },
  }));
}

/** Gives the clauses with one of them changed. */
export function withChanged(
  clauses: readonly Clause[],
  id: string,
  changed: (clause: Clause) => Clause,
): readonly Clause[] {
  return clauses.map((clause) => (clause.id === id ? changed(clause) : clause));
}
