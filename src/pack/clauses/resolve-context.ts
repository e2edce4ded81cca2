import type { Names } from '../forms/names.ts';
import type { ScalarContext } from '../forms/scalar-context.ts';
import type { Criterion } from '../../vocabulary/criterion.ts';
import type { Spot } from '../written/written.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';

/** What resolving one clause needs to know of the pack around it. */
export interface ResolveContext extends ScalarContext {
  readonly vocabulary: Vocabulary;
  /** The instruments and clauses from whose days others may be counted. */
  readonly instrumentIds: Names<unknown>;
  readonly clauseIds: Names<unknown>;
  /** Makes the id of a parameter unlike all others of the pack. */
  readonly parameterId: ParameterIds;
  /** Reads the name of a defined term, and gives what it stands for. */
  readonly definedTerm: DefinedTerms;
}

export type DefinedTerms = (spot: Spot) => Criterion | undefined;

type ParameterIds = (wanted: string) => string;

/**
 * Hands out parameter ids: the wanted one if it is free, else the first of `…-2`, `…-3` that is. Clauses ask in the
 * order of their ids, and scopes in the order of their keys' names, so that no file or key order changes an id. No id
 * is a fact's or a reading's either, for answers name them side by side.
 */
export function startParameterIds(vocabulary: Vocabulary): ParameterIds {
  const words = [...vocabulary.facts.declared.keys(), ...vocabulary.readings.declared.keys()];
  const taken = new Map(words.map((word) => [word, 1]));
  return (wanted) => {
    let count = (taken.get(wanted) ?? 0) + 1;
    while (count > 1 && taken.has(`${wanted}-${String(count)}`)) count++;
    taken.set(wanted, count);
    if (count === 1) return wanted;
    const id = `${wanted}-${String(count)}`;
    taken.set(id, 1);
    return id;
  };
}
