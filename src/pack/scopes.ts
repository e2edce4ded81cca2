import type { CarveOut, Ceasing, Clause } from './pack.ts';
import { idsBehind } from '../vocabulary/stated.ts';
import { testsOf, type Criterion, type Test } from '../vocabulary/criterion.ts';

/** One scope of a pack under the name by which its findings are looked up. */
export interface Scope {
  readonly key: string;
  readonly criterion: Criterion;
}

type ScopedClause = Pick<Clause, 'id' | 'when' | 'except' | 'ceases' | 'precondition'>;

/** Every scope of a clause: its own, its carve-outs', and the one that shows a precondition to be met. */
export function scopesOf(clause: ScopedClause): readonly Scope[] {
  const scopes = [
    { key: clause.id, criterion: clause.when },
    ...carveOutScopes(clause.id, clause.except),
    ...(clause.ceases ?? []).map((ceasing) => ({
      key: ceasingKey(clause, ceasing),
      criterion: ceasing.when,
    })),
  ];
  const until = clause.precondition?.until;
  if (until?.is === 'criterion') scopes.push({ key: untilKey(clause), criterion: until.criterion });
  return scopes;
}

/** Names a carve-out within its clause or its parent carve-out. */
export function carveOutKey(parentKey: string, carveOut: CarveOut): string {
  return `${parentKey}/${carveOut.id}`;
}

/** Names the scope on which a clause ceases. */
export function ceasingKey(clause: Pick<Clause, 'id'>, ceasing: Ceasing): string {
  return `${clause.id}~${ceasing.id}`;
}

/** Names the scope that shows a precondition to be met. */
export function untilKey(clause: Pick<Clause, 'id'>): string {
  return `${clause.id}#until`;
}

/** True where the scope's finding can differ from candidate to candidate. */
export function readsCandidate(scope: Scope): boolean {
  return testsOf(scope.criterion).some(testReadsCandidate);
}

/** True where a test can come out otherwise for another candidate. */
export function testReadsCandidate({ subject }: Test): boolean {
  return subject.is === 'provider' || (subject.is === 'fact' && subject.measured?.byCandidate === true);
}

/** Ids of the facts, readings and parameters that the scope's finding can depend on. */
export function idsReadIn(scope: Scope): readonly string[] {
  const before = idsRead.get(scope.criterion);
  if (before !== undefined) return before;
  const facts = testsOf(scope.criterion).flatMap(({ subject, comparison }) => [
    ...(subject.is === 'fact' ? [subject.id] : []),
    ...(comparison.is === 'same-as' ? [comparison.fact] : []),
  ]);
  const ids = [...new Set([...facts, ...settledIdsIn(scope)])];
  idsRead.set(scope.criterion, ids);
  return ids;
}

const idsRead = new WeakMap<Criterion, readonly string[]>();

/** Ids of the readings and parameters that the scope's finding can depend on. */
export function settledIdsIn(scope: Scope): readonly string[] {
  return testsOf(scope.criterion).flatMap(({ subject, comparison }) => [
    ...(subject.is === 'reading' ? [subject.id] : []),
    ...('bound' in comparison ? idsBehind(comparison.bound) : []),
  ]);
}

function carveOutScopes(parentKey: string, carveOuts: readonly CarveOut[]): Scope[] {
  return carveOuts.flatMap((carveOut) => {
    const key = carveOutKey(parentKey, carveOut);
    return [{ key, criterion: carveOut.when }, ...carveOutScopes(key, carveOut.except)];
  });
}
