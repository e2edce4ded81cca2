import type { EnumValue, Pack } from '../../pack/pack.ts';
import { itemsOf, type Spot } from '../../pack/written/written.ts';
import { putting, type Mutation } from '../mutation.ts';
import type { WrittenPack } from '../written-pack.ts';
import { listedIn, writtenTests, type WrittenTest } from '../written-scopes.ts';

/** Adds one value to those that a test names, beside them in the tree, or takes one of several away. */
export function changeValues(written: WrittenPack): readonly Mutation[] {
  return writtenTests(written).flatMap((test) => {
    const listed = listedIn(test);
    if (listed === undefined) return [];
    const named = namesIn(listed);
    const declared = valuesOf(written.pack, test.subject);
    if (named === undefined || (declared === undefined && test.subject !== 'provider')) return [];
    const added = besides(named, declared ?? []).map((value) => widened(test, listed, named, value));
    return named.length < 2
      ? added
      : [...added, ...named.map((value) => narrowed(test, listed, named, value))];
  });
}

/** The values of a fact that can be listed; those of readings and parties are not told apart by degrees. */
export function valuesOf({ facts }: Pack, fact: string): readonly EnumValue[] | undefined {
  const type = facts.find(({ id }) => id === fact)?.type;
  return type?.is === 'enum' ? type.values : undefined;
}

function namesIn(listed: Spot): readonly string[] | undefined {
  const items = Array.isArray(listed.value) ? itemsOf(listed).map(({ value }) => value) : [listed.value];
  return items.every((item) => typeof item === 'string') ? items : undefined;
}

/** Values that stand beside those named, directly within the same value, and have none within them. */
function besides(named: readonly string[], declared: readonly EnumValue[]): readonly string[] {
  const places = new Set(declared.filter(({ id }) => named.includes(id)).map(({ within }) => within));
  return declared
    .filter(({ id, within }) => !named.includes(id) && places.has(within) && !isInner(id, declared))
    .map(({ id }) => id);
}

/** True of a value that has others within it: it can be written by itself only. */
export function isInner(value: string, declared: readonly EnumValue[]): boolean {
  return declared.some(({ within }) => within === value);
}

function widened(test: WrittenTest, listed: Spot, named: readonly string[], value: string): Mutation {
  const { of, owner, subject } = test;
  return {
    id: `${of}/widen/${nameOf(test)}.${value}`,
    kind: 'widen',
    of,
    would: `${owner} also named \`${value}\` for \`${subject}\``,
    edits: [putting(listed, [...named, value])],
  };
}

function narrowed(test: WrittenTest, listed: Spot, named: readonly string[], value: string): Mutation {
  const { of, owner, subject } = test;
  return {
    id: `${of}/narrow/${nameOf(test)}.${value}`,
    kind: 'narrow',
    of,
    would: `${owner} no longer named \`${value}\` for \`${subject}\``,
    edits: [
      putting(
        listed,
        named.filter((each) => each !== value),
      ),
    ],
  };
}

function nameOf({ part, subject }: WrittenTest): string {
  return `${part}.${subject}`;
}
