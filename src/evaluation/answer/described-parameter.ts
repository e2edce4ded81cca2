import type { Clause } from '../../pack/pack.ts';
import type { Limit, Parameter, Stated } from '../../vocabulary/stated.ts';

/** A parameter of a clause with the question that would settle it, its value put in words. */
export interface DescribedParameter {
  readonly id: string;
  readonly clause: Clause;
  readonly question: string;
  readonly stated: Stated<string>;
}

/** A parameter of a clause with the question that it answers, in words. */
export function described<T>(
  clause: Clause,
  { id, stated }: Parameter<T>,
  question: string,
  write: (value: T) => string,
): DescribedParameter {
  return { id, clause, question, stated: inWords(stated, write) };
}

/** Writes a list. */
export function listed(items: readonly string[]): string {
  return items.join(', ');
}

/** Puts a value in words, in whichever form it stands. */
export function inWords<T>(stated: Stated<T>, write: (value: T) => string): Stated<string> {
  const limit = (given: Limit<T>): Limit<string> =>
    given.is === 'none' ? given : { is: 'set', value: write(given.value) };
  if (stated.is === 'unknown') return stated;
  if (stated.is === 'assumed') return { ...stated, limit: limit(stated.limit) };
  if (stated.is !== 'by-reading') return limit(stated);
  const of = Object.entries(stated.of).map(([option, given]) => [
    option,
    given.is === 'unknown' ? given : limit(given),
  ]);
  return { ...stated, of: Object.fromEntries(of) as Readonly<Record<string, Limit<string>>> };
}

/** Writes a limit that has been put in words. */
export function describeLimit(limit: Limit<string>): string {
  return limit.is === 'none' ? 'none' : limit.value;
}
