import type { EnumValue, FactType } from '../pack.ts';

type EnumType = Extract<FactType, { is: 'enum' }>;

/** True where values lie within others. */
export function isTree({ values }: EnumType): boolean {
  return values.some(({ within }) => within !== undefined);
}

/** True for a value that has others within it. */
export function isInner(id: string, { values }: EnumType): boolean {
  return values.some(({ within }) => within === id);
}

/** Gives the leaves at or below a value: itself, if it is one. */
export function leavesUnder(id: string, values: readonly EnumValue[]): readonly string[] {
  const below = values.filter(({ within }) => within === id);
  return below.length === 0 ? [id] : below.flatMap((value) => leavesUnder(value.id, values));
}

/** A set of leaves as a comparison sees it: the nodes that lie wholly in it, and those that reach beyond it. */
export interface Reach {
  readonly values: readonly string[];
  readonly perhaps: readonly string[];
}

/** Gives every node of a tree that fits where some of its leaves do. `other` is a leaf of an open tree. */
export function reachOf(leaves: readonly string[], type: EnumType): Reach {
  const fitting = new Set(leaves);
  const nodes = [...type.values.map(({ id }) => id), ...(type.open ? ['other'] : [])];
  const counted = nodes.map((id) => {
    const own = leavesUnder(id, type.values);
    return { id, all: own.every((leaf) => fitting.has(leaf)), some: own.some((leaf) => fitting.has(leaf)) };
  });
  return {
    values: counted.filter(({ all }) => all).map(({ id }) => id),
    perhaps: counted.filter(({ all, some }) => some && !all).map(({ id }) => id),
  };
}
