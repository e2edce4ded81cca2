import type { FactType } from '../../pack/pack.ts';

/** Joins alternatives: `a`, `a or b`, `a, b or c`. */
export function orWords(words: readonly string[], conjunction = 'or'): string {
  const last = words.at(-1) ?? '';
  const first = words.slice(0, -1);
  return first.length === 0 ? last : `${first.join(', ')} ${conjunction} ${last}`;
}

/** Puts values that are meant, out of all that there are, in the fewest words: those meant, or those that are not. */
export function valuesInWords(
  meant: readonly string[],
  all: readonly string[],
  type: FactType | undefined,
): string {
  const others = all.filter((value) => !meant.includes(value));
  const named = gathered(meant, all, type);
  const unnamed = gathered(others, all, type);
  return unnamed.length < named.length ? `not ${orWords(unnamed)}` : orWords(named);
}

/** Names a node of a tree in the place of all the values within it. */
function gathered(
  meant: readonly string[],
  all: readonly string[],
  type: FactType | undefined,
): readonly string[] {
  if (type?.is !== 'enum') return meant;
  let words = [...meant];
  for (const node of outermostFirst(type)) {
    const inside = leavesWithin(node, type).filter((leaf) => all.includes(leaf));
    if (inside.length > 1 && inside.every((leaf) => words.includes(leaf)))
      words = [...words.filter((word) => !inside.includes(word)), `any ${node}`];
  }
  return words;
}

type EnumType = Extract<FactType, { is: 'enum' }>;

function outermostFirst({ values }: EnumType): readonly string[] {
  const inner = values.filter(({ id }) => values.some(({ within }) => within === id));
  const depth = (id: string): number => {
    const above = values.find((value) => value.id === id)?.within;
    return above === undefined ? 0 : depth(above) + 1;
  };
  return inner.map(({ id }) => id).toSorted((one, other) => depth(one) - depth(other));
}

function leavesWithin(node: string, type: EnumType): readonly string[] {
  const below = type.values.filter(({ within }) => within === node);
  return below.length === 0 ? [node] : below.flatMap(({ id }) => leavesWithin(id, type));
}
