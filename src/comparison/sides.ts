import type { Pack } from '../pack/pack.ts';
import type { Day } from '../vocabulary/day.ts';

/** The two packs of a comparison, in their order. */
export const SIDES = ['before', 'after'] as const;
export type Side = (typeof SIDES)[number];

/** One thing for each side. */
export type Sided<T> = Readonly<Record<Side, T>>;

/** What is compared: two packs, each on all days or each on one day of its own. */
export interface Compared {
  readonly packs: Sided<Pack>;
  readonly days?: Sided<Day>;
}

/** Gives both sides what a function makes of each. */
export function bothSides<T>(make: (side: Side) => T): Sided<T> {
  return { before: make('before'), after: make('after') };
}

/** Gives the other side. */
export function otherThan(side: Side): Side {
  return side === 'before' ? 'after' : 'before';
}

/** Gives everything of both sides once, by its id, in the order of the second pack and then the first. */
export function idsOfBoth(lists: Sided<readonly { readonly id: string }[]>): readonly string[] {
  return [...new Set([...lists.after, ...lists.before].map(({ id }) => id))];
}
