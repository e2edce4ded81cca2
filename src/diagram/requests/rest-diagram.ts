import type { Request } from '../../pack/request.ts';
import type { State } from '../../procedure/states/state.ts';
import { FALSE, TRUE, type Diagram } from '../algebra/diagrams.ts';
import { is, type Ground } from '../clauses/ground.ts';
import { variableOf, words } from '../variables/variable.ts';

/** True where what is asked for is within what the holder has left of a quantity. */
export function restDiagram(
  ground: Ground,
  { fact, rest }: Extract<State, { is: 'partly-exercised' }>,
  { facts }: Request,
): Diagram {
  const asked = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
  if (asked !== undefined) return Number(asked) <= rest ? TRUE : FALSE;
  const variable = variableOf(
    { is: 'share', id: `${fact} ${String(rest)}` },
    fact,
    words('within', 'beyond'),
  );
  return is(ground, variable, 'within');
}
