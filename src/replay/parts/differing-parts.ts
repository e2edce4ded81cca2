import { canonicalText } from '../../pack/forms/digest.ts';
import type { PackData } from '../../pack/pack-data.ts';
import { isMap } from '../../pack/written/written.ts';
import { itemsById, type Part, type Step } from './part.ts';

/** Finds the smallest parts in which the documents of two packs differ. An instrument of one of them is also one as a whole. */
export function differingParts(before: PackData, after: PackData): readonly Part[] {
  const ids = new Set([...before.instruments.keys(), ...after.instruments.keys()]);
  return [
    ...[...ids].flatMap((id) => inInstrument(id, before.instruments.get(id), after.instruments.get(id))),
    ...within(before.pack, after.pack, []).filter(({ path: [section] }) => !DECIDES_NOTHING.has(section)),
  ];
}

const DECIDES_NOTHING: ReadonlySet<unknown> = new Set(['promises', 'suppress']);

type Found = Omit<Part, 'instrument'>;

function inInstrument(instrument: string, before: unknown, after: unknown): readonly Part[] {
  const found = before !== undefined && after !== undefined ? within(before, after, []) : [];
  // Of an instrument that was added each clause can be taken out alone; of one that was removed none can stand alone.
  const inAdded = before === undefined && isMap(after) ? LISTS.flatMap((key) => added(key, after[key])) : [];
  const whole = { path: [], before, after };
  const isOneSided = before === undefined || after === undefined;
  return [...found, ...inAdded, ...(isOneSided ? [whole] : [])].map((part) => ({ instrument, ...part }));
}

const LISTS = ['clauses', 'ends', 'amends', 'waives'] as const;

function added(key: string, list: unknown): readonly Found[] {
  return [...(itemsById(list) ?? [])].map(([item, after]) => ({
    path: [key, { item }],
    before: undefined,
    after,
  }));
}

function within(before: unknown, after: unknown, path: readonly Step[]): readonly Found[] {
  if (isSame(before, after)) return [];
  if (isMap(before) && isMap(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
      within(before[key], after[key], [...path, key]),
    );
  }
  const then = itemsById(before ?? (path.length === 1 ? [] : undefined));
  const now = itemsById(after ?? (path.length === 1 ? [] : undefined));
  if (then === undefined || now === undefined) return [{ path, before, after }];
  return [...new Set([...then.keys(), ...now.keys()])].flatMap((item) =>
    within(then.get(item), now.get(item), [...path, { item }]),
  );
}

function isSame(before: unknown, after: unknown): boolean {
  if (before === undefined || after === undefined) return before === after;
  return canonicalText(before) === canonicalText(after);
}
