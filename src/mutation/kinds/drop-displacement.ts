import { child, itemsOf, textIn } from '../../pack/written/written.ts';
import { taking, type Mutation } from '../mutation.ts';
import { titleOf, type WrittenPack } from '../written-pack.ts';

/** Takes out one clause over which another prevails, to which it gives way, or after which it comes. */
export function dropDisplacement(written: WrittenPack): readonly Mutation[] {
  return written.clauses.flatMap(({ id, title, spot }) =>
    Object.entries(WORDS).flatMap(([key, words]) =>
      itemsOf(child(spot, key)).map((each): Mutation => {
        const other = textIn(each);
        return {
          id: `${id}/drop-displacement/${other}`,
          kind: 'drop-displacement',
          of: id,
          would: `"${title}" ${words} "${titleOf(written, other)}"`,
          edits: [taking(each)],
        };
      }),
    ),
  );
}

const WORDS = {
  notwithstanding: 'no longer prevailed over',
  'subject-to': 'no longer gave way to',
  after: 'no longer came after',
};
