import type { Parameter } from '../vocabulary/stated.ts';
import type { Clause, HolderRelation } from './pack.ts';

/** Gives who counts with a clause's holder; what the text does not say is unknown. */
export function countsWithHolder(clause: Clause): Parameter<readonly HolderRelation[]> {
  return clause.countsWithHolder ?? { id: `${clause.id}.counts-with-holder`, stated: { is: 'unknown' } };
}
