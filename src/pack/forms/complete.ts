import { child, type Spot } from '../written/written.ts';

/** Gives the record without `undefined` in it, or `undefined` if one of its parts could not be had. */
export function complete<Parts extends object>(parts: Parts): Complete<Parts> | undefined {
  return Object.values(parts).includes(undefined) ? undefined : (parts as Complete<Parts>);
}

export type Complete<Parts> = { [Key in keyof Parts]: Exclude<Parts[Key], undefined> };

/** Gives the list without `undefined` in it, or `undefined` if one of its items could not be had. */
export function completeList<Item>(items: readonly (Item | undefined)[]): readonly Item[] | undefined {
  const had = items.filter((item) => item !== undefined);
  return had.length === items.length ? had : undefined;
}

/** Gives `{ [name]: value }` where the key was written, else `{}`: a key that is left out is no failure. */
export function optional<Name extends string, Value>(
  spot: Spot,
  key: string,
  name: Name,
  read: (spot: Spot) => Value | undefined,
): { [Each in Name]?: Value | undefined } {
  const part = child(spot, key);
  return part.value === undefined ? {} : ({ [name]: read(part) } as { [Each in Name]: Value | undefined });
}

/** Reads what stands under a key; `undefined`, without a report, where nothing does. */
export function required<Value>(
  spot: Spot,
  key: string,
  read: (spot: Spot) => Value | undefined,
): Value | undefined {
  const part = child(spot, key);
  return part.value === undefined ? undefined : read(part);
}
