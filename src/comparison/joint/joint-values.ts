import type { FactType, Pack } from '../../pack/pack.ts';
import type { Scalar } from '../../vocabulary/criterion.ts';
import { bothSides, SIDES, type Sided } from '../sides.ts';

/** One value as each side knows it; `undefined` where a side has no value for it. */
export type JointValue = Sided<Scalar | undefined>;

/** What lists the values of a fact on one side. */
interface Listing {
  /** The values that a request can state, none within another. */
  readonly leaves: readonly string[];
  /** The value of the side that a value of the other counts as. */
  readonly known: (value: string, above: (value: string) => string | undefined) => string | undefined;
  readonly above: (value: string) => string | undefined;
  readonly inner: ReadonlySet<string>;
}

/** Gives all values of a fact that is listed, as both sides know them; a side without the fact takes them as they are. */
export function jointValues(types: Sided<FactType | undefined>, packs: Sided<Pack>): readonly JointValue[] {
  const listings = bothSides((side) => listingOf(types[side], packs[side]));
  const { before, after } = listings;
  const inner = new Set(SIDES.flatMap((side) => [...(listings[side]?.inner ?? [])]));
  const leaves = [...new Set([...(after?.leaves ?? []), ...(before?.leaves ?? [])])].filter(
    (leaf) => !inner.has(leaf),
  );
  const sorted = [...leaves.filter((leaf) => leaf !== OTHER), ...leaves.filter((leaf) => leaf === OTHER)];
  return sorted.map((value) => ({
    before: before === undefined ? value : before.known(value, after?.above ?? (() => undefined)),
    after: after === undefined ? value : after.known(value, before?.above ?? (() => undefined)),
  }));
}

const OTHER = 'other';

function listingOf(type: FactType | undefined, pack: Pack): Listing | undefined {
  if (type?.is === 'party') return listing([...pack.parties.map(({ id }) => id), OTHER], new Map());
  if (type?.is !== 'enum') return undefined;
  const above = new Map(
    type.values.flatMap(({ id, within }) => (within === undefined ? [] : [[id, within]])),
  );
  const ids = type.values.map(({ id }) => id);
  return listing(type.open ? [...ids, OTHER] : ids, above);
}

function listing(ids: readonly string[], above: ReadonlyMap<string, string>): Listing {
  const inner = new Set(above.values());
  const leaves = ids.filter((id) => !inner.has(id));
  const known = (value: string, theirs: (value: string) => string | undefined): string | undefined => {
    let found: string | undefined = value;
    while (found !== undefined && !leaves.includes(found)) found = theirs(found);
    return found ?? (leaves.includes(OTHER) ? OTHER : undefined);
  };
  return { leaves, known, above: (value) => above.get(value), inner };
}
