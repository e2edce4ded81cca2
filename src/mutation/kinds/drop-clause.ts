import { child, itemsOf, textIn, type Spot } from '../../pack/written/written.ts';
import { taking, type Mutation } from '../mutation.ts';
import type { WrittenPack } from '../written-pack.ts';

/** Takes out one clause, and every mention of it: what ended it or gave way to it says nothing of it any more. */
export function dropClause({ clauses, instruments }: WrittenPack): readonly Mutation[] {
  return clauses.map(({ id, title, spot }) => ({
    id: `${id}/drop-clause`,
    kind: 'drop-clause',
    of: id,
    would: isAmendment(spot)
      ? `the amendment of "${title}" were deleted`
      : `the clause "${title}" were deleted`,
    edits: [taking(spot), ...(isAmendment(spot) ? [] : mentionsOf(id, clauses, instruments).map(taking))],
  }));
}

function isAmendment(spot: Spot): boolean {
  return child(spot, 'clause').value !== undefined;
}

function mentionsOf(
  id: string,
  clauses: WrittenPack['clauses'],
  instruments: WrittenPack['instruments'],
): readonly Spot[] {
  const others = clauses.filter(
    ({ spot }) => textIn(child(spot, 'id')) !== id && textIn(child(spot, 'clause')) !== id,
  );
  return [
    ...instruments.flatMap(({ spot }) => [
      ...itemsOf(child(spot, 'ends')).filter(({ value }) => value === id),
      ...['amends', 'waives'].flatMap((key) =>
        itemsOf(child(spot, key)).filter((each) => child(each, 'clause').value === id),
      ),
    ]),
    ...others.flatMap(({ spot }) =>
      REFERENCES.flatMap((key) => itemsOf(child(spot, key)).filter(({ value }) => value === id)),
    ),
  ];
}

const REFERENCES = ['notwithstanding', 'subject-to', 'after'];
