import { inCodeOrder } from '../forms/in-code-order.ts';
import {
  child,
  isMap,
  itemsOf,
  textIn,
  type Part,
  type Path,
  type Spot,
  type Written,
} from '../written/written.ts';
import type { Change } from './read-changes.ts';

/** A clause as an instrument leaves it: what was written before, with what changes. Each part keeps its place. */
export interface Amended {
  readonly spot: Spot;
  readonly changed: ReadonlySet<string>;
}

/** Lays the changes of one instrument, one amendment at most, over a clause. Carve-outs are added in the order of their ids. */
export function amendedSpot(before: Spot, changes: readonly Change[]): Amended | undefined {
  const amendment = changes.find(({ is }) => is === 'amendment')?.spot;
  const waivers = changes
    .filter(({ is }) => is === 'waiver')
    .map(({ spot }) => spot)
    .toSorted((one, other) => inCodeOrder(textIn(child(one, 'id')), textIn(child(other, 'id'))));
  const head = amendment ?? waivers[0];
  if (head === undefined) return undefined;
  const own = amendment === undefined ? {} : withoutKey(amendment, 'clause');
  const changed = new Set(Object.keys(own));
  const value = merge(before.value, own);
  const carveOuts = itemsOf({ ...head, value: value['except'] }).length;
  if (waivers.length > 0) {
    const exceptions = Array.isArray(value['except']) ? (value['except'] as readonly unknown[]) : [];
    value['except'] = [...exceptions, ...waivers.map((each) => withoutKey(each, 'clause'))];
  }
  const home: Home = (path) => {
    const [key, index, ...below] = path.slice(head.path.length);
    if (key === undefined) return { spot: head, below: [] };
    const waiver = key === 'except' && typeof index === 'number' ? waivers[index - carveOuts] : undefined;
    if (waiver !== undefined) return { spot: waiver, below };
    const isNew = changed.has(String(key)) || child(before, key).value === undefined;
    return { spot: isNew ? head : before, below: path.slice(head.path.length) };
  };
  return { spot: { written: writtenBy(home, value), path: head.path, value }, changed };
}

/** Finds the document in which a part of an amended clause was written, and the way to it. */
type Home = (path: Path) => { readonly spot: Spot; readonly below: Path };

function writtenBy(home: Home, data: unknown): Written {
  const find = (path: Path): readonly [Written, Path] => {
    const { spot, below } = home(path);
    return [spot.written, [...spot.path, ...below]];
  };
  return {
    data,
    placeOf: (path, part: Part) => {
      const [written, own] = find(path);
      return written.placeOf(own, part);
    },
    sourceOf: (path) => {
      const [written, own] = find(path);
      return written.sourceOf(own);
    },
  };
}

function merge(before: unknown, own: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.assign(Object.create(null) as Record<string, unknown>, isMap(before) ? before : {}, own);
}

function withoutKey({ value }: Spot, key: string): Record<string, unknown> {
  const entries = isMap(value) ? Object.entries(value).filter(([each]) => each !== key) : [];
  return Object.assign(Object.create(null) as Record<string, unknown>, Object.fromEntries(entries));
}
