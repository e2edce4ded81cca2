import { canonicalText } from '../../pack/forms/digest.ts';
import { parametersIn } from '../../pack/parameters-in.ts';
import type { Pack } from '../../pack/pack.ts';
import { scopesOf } from '../../pack/scopes.ts';
import { testsOf } from '../../vocabulary/criterion.ts';
import { bothSides, type Side, type Sided } from '../sides.ts';

/**
 * Names the variable of an open parameter. Where a value is not known, only what comes of its test is: two packs share that
 * only if they ask the same question of it.
 */
export function parameterKeys(packs: Sided<Pack>): (side: Side, id: string) => string {
  const asked = bothSides((side) => questionsIn(packs[side]));
  return (side, id) => {
    const isShared = (asked.before.get(id) ?? UNSTATED) === (asked.after.get(id) ?? UNSTATED);
    return isShared ? `parameter ${id}` : `parameter ${id} (${side})`;
  };
}

/** A value that a clause does not even mention is open too. */
const UNSTATED = 'open ';

/** What is asked of each parameter: whether it is assumed, and what is compared with it. */
function questionsIn(pack: Pack): ReadonlyMap<string, string> {
  const tests = pack.clauses
    .flatMap(scopesOf)
    .flatMap(({ criterion }) => testsOf(criterion))
    .flatMap(({ subject, comparison }) =>
      'bound' in comparison ? [[comparison.bound.id, canonicalText([subject, comparison.is])] as const] : [],
    );
  const compared = new Map(tests);
  return new Map(
    parametersIn(pack).map(({ id, stated }) => [
      id,
      `${stated.is === 'assumed' ? 'assumed' : 'open'} ${compared.get(id) ?? ''}`,
    ]),
  );
}
