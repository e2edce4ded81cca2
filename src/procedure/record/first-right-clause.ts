import type { Clause } from '../../pack/pack.ts';
import type { Procedure } from '../../pack/procedure.ts';

/** A clause that is a first right. */
export type FirstRightClause = Clause & { readonly holder: string; readonly procedure: Procedure };

/** Gives a first right with the parts that every first right has. */
export function firstRightOf(clause: Clause): FirstRightClause {
  const { holder, procedure } = clause;
  if (holder === undefined || procedure === undefined)
    throw new Error(`first right \`${clause.id}\` is not resolved`);
  return { ...clause, holder, procedure };
}
