import type { CountedFrom } from '../clauses/resolve-counted-day.ts';
import type { ResolvedClause } from '../clauses/resolve-clause.ts';
import type { Anchor, Clause, CountedDay } from '../pack.ts';
import { stepsOf } from '../turnings.ts';

/** A clause up to the end of another from which its days may be counted. */
export type EndedClause = ResolvedClause & Pick<Clause, 'endedBy'>;

/** Gives a counted day with its anchors: the end of a clause is the first of all that ends it, however long it survives. */
export function withAnchors(
  { anchor, length }: CountedFrom,
  clauses: ReadonlyMap<string, EndedClause>,
): CountedDay {
  return { anchors: anchorsOf(anchor, clauses, []), ...(length !== undefined && { length }) };
}

/** `above` are the clauses whose ends are being counted from already: a circle, which is reported, ends there. */
function anchorsOf(
  anchor: CountedFrom['anchor'],
  clauses: ReadonlyMap<string, EndedClause>,
  above: readonly string[],
): readonly Anchor[] {
  if (anchor.is !== 'end') return [{ base: anchor, steps: [] }];
  const clause = clauses.get(anchor.clause);
  if (clause === undefined || above.includes(clause.id)) return [];
  const { endedBy, until, untilEvent, untilCounted } = clause;
  return [
    ...endedBy.map((instrument): Anchor => ({ base: { is: 'start', instrument }, steps: [] })),
    ...(until.stated.is === 'set'
      ? [{ base: { is: 'day', day: until.stated.value }, steps: [] } as const]
      : []),
    ...(untilEvent === undefined ? [] : [{ base: { is: 'event', fact: untilEvent }, steps: [] } as const]),
    ...(untilCounted === undefined ? [] : countedFurther(untilCounted, clauses, [...above, clause.id])),
  ];
}

function countedFurther(
  { anchor, length }: CountedFrom,
  clauses: ReadonlyMap<string, EndedClause>,
  above: readonly string[],
): readonly Anchor[] {
  const stated = length?.period.stated;
  const own = length !== undefined && stated?.is === 'set' ? stepsOf(length, stated.value) : [];
  return anchorsOf(anchor, clauses, above).map(({ base, steps }) => ({ base, steps: [...steps, ...own] }));
}
