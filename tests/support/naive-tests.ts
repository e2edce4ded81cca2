import type { Criterion, Test } from '../../src/vocabulary/criterion.ts';
import type { CarveOut, Clause, Pack } from '../../src/pack/pack.ts';

/** Every test that stands in some scope of a pack; gathered once, for every completion asks. */
export function testsOfPack(pack: Pack): readonly Test[] {
  const gathered = GATHERED.get(pack) ?? pack.clauses.flatMap(scopesOf).flatMap(testsIn);
  GATHERED.set(pack, gathered);
  return gathered;
}

const GATHERED = new WeakMap<Pack, readonly Test[]>();

function scopesOf(clause: Clause): Criterion[] {
  const inCarveOut = (carveOut: CarveOut): Criterion[] => [
    carveOut.when,
    ...carveOut.except.flatMap(inCarveOut),
  ];
  const until = clause.precondition?.until;
  const last = until?.is === 'criterion' ? [until.criterion] : [];
  const ceasing = (clause.ceases ?? []).map(({ when }) => when);
  return [clause.when, ...clause.except.flatMap(inCarveOut), ...ceasing, ...last];
}

function testsIn(criterion: Criterion): Test[] {
  switch (criterion.is) {
    case 'test':
      return [criterion];
    case 'not':
    case 'defined':
      return testsIn(criterion.of);
    case 'all':
    case 'any':
      return criterion.of.flatMap(testsIn);
  }
}
