import type { Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import { variableOf, words, type Variable } from '../../diagram/variables/variable.ts';

/** The class of a candidate that serves by itself. */
export const DIRECT = 'direct';

/** Gives through whom a candidate may serve: by itself, through a holder of some right, or as it is asked. */
export function routeVariable({ clauses }: Pack, { actor, through }: Request, candidate: string): Variable {
  const holders = clauses.flatMap(({ holder }) => holder ?? []);
  const named = [...new Set([...holders, ...(through === undefined ? [] : [through])])];
  const routes = named.filter((party) => party === through || (party !== candidate && party !== actor));
  return {
    ...variableOf({ is: 'through', id: '' }, 'through', words(DIRECT, ...routes)),
    key: `route of ${candidate}`,
  };
}
