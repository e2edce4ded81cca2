import type { Parameter } from '../vocabulary/stated.ts';
import type { Pack } from './pack.ts';

/** Gives every parameter that stands anywhere in the clauses of a pack, each once. */
export function parametersIn({ clauses }: Pack): readonly Parameter<unknown>[] {
  const found = new Map<string, Parameter<unknown>>();
  const search = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    if (isParameter(part)) found.set(part.id, part);
    else for (const inner of Object.values(part)) search(inner);
  };
  search(clauses);
  return [...found.values()];
}

function isParameter(part: object): part is Parameter<unknown> {
  return 'stated' in part && 'id' in part;
}
