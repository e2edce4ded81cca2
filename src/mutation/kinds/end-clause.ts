import { child, itemsOf } from '../../pack/written/written.ts';
import { putting, type Mutation } from '../mutation.ts';
import type { WrittenInstrument, WrittenPack } from '../written-pack.ts';

/** Has an instrument that ends some clauses end one more: one of an earlier instrument, which is still in force. */
export function endClause({ pack, instruments }: WrittenPack): readonly Mutation[] {
  return instruments.flatMap((instrument) => {
    const made = pack.instruments.find(({ id }) => id === instrument.id);
    if (made === undefined || made.ends.length === 0) return [];
    const begun = new Map(pack.instruments.map(({ id, from }) => [id, from]));
    return pack.clauses
      .filter(({ lineage, endedBy }) => lineage === undefined && !endedBy.includes(made.id))
      .filter(({ instrument: own }) => (begun.get(own) ?? Infinity) < made.from)
      .filter(({ endedBy }) => endedBy.every((id) => (begun.get(id) ?? Infinity) > made.from))
      .map(({ id, title }) => ended(instrument, id, title));
  });
}

function ended({ id, title, spot }: WrittenInstrument, clause: string, clauseTitle: string): Mutation {
  const ends = child(spot, 'ends');
  return {
    id: `${clause}/end-clause/${id}`,
    kind: 'end-clause',
    of: clause,
    would: `"${title}" ended "${clauseTitle}" too`,
    edits: [putting(ends, [...itemsOf(ends).map(({ value }) => value), clause])],
  };
}
