import type { ResolvedClause } from '../clauses/resolve-clause.ts';
import { groupedBy } from '../forms/grouped-by.ts';
import type { Clause, Instrument } from '../pack.ts';
import type { Lineages } from './lineages.ts';

/** Gives clauses what they take from the rest of the pack: what ends them, and the versions that their references reach. */
export function finishClauses(
  clauses: readonly ResolvedClause[],
  instruments: readonly Instrument[],
  { idsOf, successorOf }: Lineages,
): readonly Clause[] {
  const endings = instruments.flatMap(({ id, ends }) => ends.map((clause) => ({ clause, id })));
  const enders = groupedBy(endings, ({ clause }) => clause);
  return clauses.map(({ survives, ...clause }) => {
    const successor = successorOf(clause.id);
    const ending = enders.get(clause.lineage ?? clause.id) ?? [];
    return {
      ...clause,
      // What is amended goes on in its amended form alone, however long it survives what ends it for good.
      ...(survives === undefined || successor !== undefined ? {} : { survives }),
      notwithstanding: clause.notwithstanding.flatMap(idsOf),
      subjectTo: clause.subjectTo.flatMap(idsOf),
      ...(clause.after === undefined ? {} : { after: clause.after.flatMap(idsOf) }),
      endedBy: [
        ...new Set([...ending.map(({ id }) => id), ...(successor === undefined ? [] : [successor.id])]),
      ],
    };
  });
}
