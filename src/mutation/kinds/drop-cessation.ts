import { child, itemsOf, textIn } from '../../pack/written/written.ts';
import { taking, type Mutation } from '../mutation.ts';
import type { WrittenPack } from '../written-pack.ts';
import { titleIn } from '../written-scopes.ts';

/** Takes out one way in which a clause loses its force or is suspended. */
export function dropCessation({ clauses }: WrittenPack): readonly Mutation[] {
  return clauses.flatMap(({ id, title, spot }) =>
    Object.entries(WORDS).flatMap(([key, words]) =>
      itemsOf(child(spot, key)).map((each): Mutation => ({
        id: `${id}/drop-cessation/${textIn(child(each, 'id'))}`,
        kind: 'drop-cessation',
        of: id,
        would: `"${title}" ${words} by "${titleIn(each)}"`,
        edits: [taking(each)],
      })),
    ),
  );
}

const WORDS = { ceases: 'could no longer cease', suspended: 'could no longer be suspended' };
