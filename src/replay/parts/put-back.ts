import type { PackData } from '../../pack/pack-data.ts';
import { isMap } from '../../pack/written/written.ts';
import { idOfItem, type Part, type Step } from './part.ts';

/** Gives documents with some of their parts as they were before. */
export function putBack(after: PackData, parts: readonly Part[]): PackData {
  const instruments = new Map(after.instruments);
  let { pack } = after;
  for (const { instrument, path, before } of parts) {
    if (instrument === undefined) pack = changed(pack, path, before);
    else {
      const document = path.length === 0 ? before : changed(instruments.get(instrument), path, before);
      if (document === undefined) instruments.delete(instrument);
      else instruments.set(instrument, document);
    }
  }
  return { pack, instruments };
}

/** Sets a part, or takes it out where the value is `undefined`. Where its surroundings are gone, nothing is done. */
function changed(whole: unknown, path: readonly Step[], value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (typeof step === 'string') return isMap(whole) ? changedMap(whole, step, rest, value) : whole;
  return whole === undefined || Array.isArray(whole)
    ? changedList((whole ?? []) as readonly unknown[], step.item, rest, value)
    : whole;
}

/** A list that nothing is left of goes too: one that is empty says nothing. */
function changedList(items: readonly unknown[], id: string, rest: readonly Step[], value: unknown): unknown {
  const place = items.findIndex((item) => idOfItem(item) === id);
  const item = changed(place === -1 ? undefined : items[place], rest, value);
  const others = place === -1 ? items : items.toSpliced(place, 1);
  const all = item === undefined ? others : others.toSpliced(place === -1 ? others.length : place, 0, item);
  return all.length === 0 ? undefined : all;
}

function changedMap(
  map: Readonly<Record<string, unknown>>,
  key: string,
  rest: readonly Step[],
  value: unknown,
): unknown {
  const entries = Object.entries(map);
  const own = entries.find(([name]) => name === key)?.[1];
  const put = changed(own, rest, value);
  const others = entries.map(([name, each]) => [name, name === key ? put : each] as const);
  const all = own === undefined && put !== undefined ? [...others, [key, put] as const] : others;
  // Maps of documents have no prototype, so that no key of theirs is anything but a key.
  return Object.assign(Object.create(null), Object.fromEntries(all.filter(([, each]) => each !== undefined)));
}
