import { child, itemsOf, textIn } from '../../pack/written/written.ts';
import { taking, type Mutation } from '../mutation.ts';
import { titleOf, type WrittenPack } from '../written-pack.ts';

/** Keeps one clause that an instrument ends, or that has an end of its own. */
export function keepClause(written: WrittenPack): readonly Mutation[] {
  return [...keptByInstruments(written), ...keptByThemselves(written)];
}

function keptByInstruments(written: WrittenPack): readonly Mutation[] {
  return written.instruments.flatMap(({ id, title, spot }) =>
    itemsOf(child(spot, 'ends')).map((each): Mutation => {
      const clause = textIn(each);
      return {
        id: `${clause}/keep-clause/${id}`,
        kind: 'keep-clause',
        of: clause,
        would: `"${title}" did not end "${titleOf(written, clause)}"`,
        edits: [taking(each)],
      };
    }),
  );
}

function keptByThemselves({ clauses }: WrittenPack): readonly Mutation[] {
  return clauses.flatMap(({ id, title, spot }) => {
    const end = child(spot, child(spot, 'step').value === undefined ? 'until' : 'ends');
    if (end.value === undefined) return [];
    return [
      {
        id: `${id}/keep-clause`,
        kind: 'keep-clause',
        of: id,
        would: `"${title}" had no end of its own`,
        edits: [taking(end)],
      } as const,
    ];
  });
}
