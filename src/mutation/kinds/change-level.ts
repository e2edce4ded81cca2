import type { EnumValue } from '../../pack/pack.ts';
import { child, itemsOf, textIn, type Spot } from '../../pack/written/written.ts';
import { putting, type Mutation } from '../mutation.ts';
import type { WrittenPack } from '../written-pack.ts';
import { listedIn, writtenTests, type WrittenTest } from '../written-scopes.ts';
import { isInner, valuesOf } from './change-values.ts';

/** Puts the value above in the place of one that a test names, or one of those within it. */
export function changeLevel(written: WrittenPack): readonly Mutation[] {
  return writtenTests(written).flatMap((test) => {
    const declared = valuesOf(written.pack, test.subject);
    return declared === undefined
      ? []
      : namedIn(test).flatMap((named) =>
          nearTo(textIn(named.value), declared)
            .filter((id) => !isInner(id, declared) || !isItem(named.whole))
            .map((id) => changed(test, named, id, declared)),
        );
  });
}

/** A value that a test names, and the part that says so: for an inner value the whole map. */
interface Named {
  readonly value: Spot;
  readonly whole: Spot;
}

function namedIn(test: WrittenTest): readonly Named[] {
  const inner = [test.spot, child(test.spot, 'not')].map((whole) => ({
    value: child(whole, 'within'),
    whole,
  }));
  const listed = listedIn(test);
  const items = listed === undefined ? [] : Array.isArray(listed.value) ? itemsOf(listed) : [listed];
  return [...inner, ...items.map((value) => ({ value, whole: value }))].filter(
    ({ value }) => textIn(value) !== '',
  );
}

/** In a list there stand values only that have none within them. */
function isItem({ path }: Spot): boolean {
  return typeof path.at(-1) === 'number';
}

function nearTo(named: string, declared: readonly EnumValue[]): readonly string[] {
  const above = declared.find(({ id }) => id === named)?.within;
  const below = declared.filter(({ within }) => within === named).map(({ id }) => id);
  return [...(above === undefined ? [] : [above]), ...below];
}

function changed(
  test: WrittenTest,
  { value, whole }: Named,
  id: string,
  declared: readonly EnumValue[],
): Mutation {
  const { of, part, owner, subject } = test;
  return {
    id: `${of}/change-level/${part}.${subject}.${textIn(value)}-${id}`,
    kind: 'change-level',
    of,
    would: `${owner} named \`${id}\` instead of \`${textIn(value)}\` for \`${subject}\``,
    edits: [putting(whole, isInner(id, declared) ? { within: id } : id)],
  };
}
