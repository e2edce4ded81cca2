import type { ResolvedClause } from '../clauses/resolve-clause.ts';
import { groupedBy } from '../forms/grouped-by.ts';
import type { Clause, Instrument } from '../pack.ts';
import { withAnchors, type EndedClause } from './counted-anchors.ts';
import type { Lineages } from './lineages.ts';

/** Gives clauses what they take from the rest of the pack: what ends them, and the versions that their references reach. */
export function finishClauses(
  clauses: readonly ResolvedClause[],
  instruments: readonly Instrument[],
  lineages: Lineages,
): readonly Clause[] {
  const { idsOf, successorOf } = lineages;
  const endersOf = endersAmong(instruments, successorOf);
  const ended = new Map(clausesEnded(clauses, instruments, lineages).map((clause) => [clause.id, clause]));
  return clauses.map(({ survives, fromCounted, untilCounted, ...clause }) => {
    const successor = successorOf(clause.id);
    return {
      ...clause,
      // What is amended goes on in its amended form alone, however long it survives what ends it for good.
      ...(survives === undefined || successor !== undefined ? {} : { survives }),
      notwithstanding: clause.notwithstanding.flatMap(idsOf),
      subjectTo: clause.subjectTo.flatMap(idsOf),
      ...(clause.after === undefined ? {} : { after: clause.after.flatMap(idsOf) }),
      endedBy: endersOf(clause),
      ...(fromCounted !== undefined && { fromCounted: withAnchors(fromCounted, ended) }),
      ...(untilCounted !== undefined && { untilCounted: withAnchors(untilCounted, ended) }),
    };
  });
}

/** Gives clauses with what ends each of them, their days not yet counted. */
export function clausesEnded(
  clauses: readonly ResolvedClause[],
  instruments: readonly Instrument[],
  { successorOf }: Lineages,
): readonly EndedClause[] {
  const endersOf = endersAmong(instruments, successorOf);
  return clauses.map((clause) => ({ ...clause, endedBy: endersOf(clause) }));
}

/** Gives for each clause the instruments that end it, an amendment that takes its place among them. */
function endersAmong(
  instruments: readonly Instrument[],
  successorOf: Lineages['successorOf'],
): (clause: Pick<Clause, 'id' | 'lineage'>) => readonly string[] {
  const endings = instruments.flatMap(({ id, ends }) => ends.map((clause) => ({ clause, id })));
  const enders = groupedBy(endings, ({ clause }) => clause);
  return ({ id, lineage }) => {
    const ending = (enders.get(lineage ?? id) ?? []).map((each) => each.id);
    const successor = successorOf(id);
    return [...new Set([...ending, ...(successor === undefined ? [] : [successor.id])])];
  };
}
