import { SILENCES } from '../../pack/procedure.ts';
import { child } from '../../pack/written/written.ts';
import { putting, type Mutation } from '../mutation.ts';
import { valuesIn, type WrittenPack } from '../written-pack.ts';

/** Has a holder's silence mean something else. */
export function changeSilence({ clauses }: WrittenPack): readonly Mutation[] {
  return clauses.flatMap(({ id, title, spot }) => {
    const silence = child(child(child(spot, 'procedure'), 'response'), 'silence');
    return valuesIn(silence).flatMap((value) =>
      SILENCES.filter((each) => value.value !== each && isSilence(value.value)).map((each): Mutation => ({
        id: `${id}/change-silence/${each}`,
        kind: 'change-silence',
        of: id,
        would: `silence meant \`${each}\` instead of \`${String(value.value)}\` in "${title}"`,
        edits: [putting(value, each)],
      })),
    );
  });
}

function isSilence(value: unknown): boolean {
  return SILENCES.some((each) => each === value);
}
