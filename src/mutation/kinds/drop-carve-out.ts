import { child, itemsOf, textIn, type Spot } from '../../pack/written/written.ts';
import { taking, type Mutation } from '../mutation.ts';
import { titleOf, type WrittenPack } from '../written-pack.ts';
import { titleIn } from '../written-scopes.ts';

/** Takes out one carve-out, those of carve-outs and those that a later instrument adds among them. */
export function dropCarveOut(written: WrittenPack): readonly Mutation[] {
  const own = written.clauses.flatMap(({ id, title, spot }) => carveOutsIn(spot, id, title));
  const waived = written.instruments.flatMap(({ spot }) =>
    itemsOf(child(spot, 'waives')).map((waiver) => {
      const clause = textIn(child(waiver, 'clause'));
      return mutationOf(waiver, clause, titleOf(written, clause));
    }),
  );
  return [...own, ...waived];
}

function carveOutsIn(spot: Spot, of: string, title: string): readonly Mutation[] {
  return itemsOf(child(spot, 'except')).flatMap((carveOut) => [
    mutationOf(carveOut, of, title),
    ...carveOutsIn(carveOut, of, title),
  ]);
}

function mutationOf(carveOut: Spot, of: string, title: string): Mutation {
  return {
    id: `${of}/drop-carve-out/${textIn(child(carveOut, 'id'))}`,
    kind: 'drop-carve-out',
    of,
    would: `the carve-out "${titleIn(carveOut)}" of "${title}" were deleted`,
    edits: [taking(carveOut)],
  };
}
