import { putting, type Mutation } from '../mutation.ts';
import type { WrittenPack } from '../written-pack.ts';
import { writtenTests } from '../written-scopes.ts';

/** Asks for `no` where a test asks for `yes`, and the other way. */
export function flipValue(written: WrittenPack): readonly Mutation[] {
  return writtenTests(written).flatMap(({ of, part, owner, subject, spot }) => {
    const { value } = spot;
    if (typeof value !== 'boolean') return [];
    return [
      {
        id: `${of}/flip-value/${part}.${subject}`,
        kind: 'flip-value',
        of,
        would: `${owner} asked for \`${subject}: ${String(!value)}\` instead of \`${String(value)}\``,
        edits: [putting(spot, !value)],
      } as const,
    ];
  });
}
