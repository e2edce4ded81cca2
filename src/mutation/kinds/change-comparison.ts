import { child, entriesOf, isMap } from '../../pack/written/written.ts';
import { putting, taking, type Mutation } from '../mutation.ts';
import type { WrittenPack } from '../written-pack.ts';
import { writtenTests, type WrittenTest } from '../written-scopes.ts';

/** Lets a comparison take its own bound in where it left it out, and the other way: `before` for `on-or-before`. */
export function changeComparison(written: WrittenPack): readonly Mutation[] {
  return writtenTests(written).flatMap((test) =>
    entriesOf(test.spot).flatMap(([comparison]) => {
      const other = OTHERS.get(comparison);
      return other === undefined ? [] : [changed(test, comparison, other)];
    }),
  );
}

const PAIRS = [
  ['before', 'on-or-before'],
  ['after', 'on-or-after'],
  ['at-least', 'more-than'],
  ['at-most', 'less-than'],
] as const;

const OTHERS: ReadonlyMap<string, string> = new Map(
  PAIRS.flatMap(([one, other]) => [
    [one, other],
    [other, one],
  ]),
);

function changed(
  { of, part, owner, subject, spot }: WrittenTest,
  comparison: string,
  other: string,
): Mutation {
  const { value } = child(spot, comparison);
  const bound = isMap(value) ? 'its bound' : String(value);
  return {
    id: `${of}/change-comparison/${part}.${subject}.${comparison}`,
    kind: 'change-comparison',
    of,
    would: `${owner} asked for \`${subject}\` ${inWords(other)} ${bound} instead of ${inWords(comparison)}`,
    edits: [taking(child(spot, comparison)), putting(child(spot, other), value)],
  };
}

function inWords(comparison: string): string {
  return comparison.replaceAll('-', ' ');
}
