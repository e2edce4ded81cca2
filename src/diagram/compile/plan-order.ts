/** What clauses depend on, by places in a list of variables: one entry a clause. */
export type Dependencies = readonly (readonly number[])[];

/**
 * Orders variables by how many clauses read them, most first; those read equally often keep the order in which the
 * contracts bring them up. What many clauses read is what selects among them: which business a contract is about, who its
 * counterparty is. Once that is decided, the clauses of all other contracts have fallen away. Gives places, topmost first.
 */
export function orderedByReaders(count: number, dependencies: Dependencies): readonly number[] {
  const readers = new Float64Array(count);
  for (const variable of dependencies.flat()) readers[variable] = (readers[variable] ?? 0) + 1;
  const places = Array.from({ length: count }, (_, variable) => variable);
  return places.toSorted((one, other) => (readers[other] ?? 0) - (readers[one] ?? 0));
}
