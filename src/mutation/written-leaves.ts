import { entriesOf, isMap, itemsOf, type Spot } from '../pack/written/written.ts';

/** A single value somewhere in a part of a document. */
export interface WrittenLeaf {
  /** The keys and places that lead to it from the part, joined by dots; what only gives a value its form is left out. */
  readonly name: string;
  readonly spot: Spot;
}

/** Gives every single value in a part, in writing order; reasons and sources are none. */
export function leavesIn(spot: Spot, name = ''): readonly WrittenLeaf[] {
  if (Array.isArray(spot.value))
    return itemsOf(spot).flatMap((item, place) => leavesIn(item, joined(name, String(place + 1))));
  if (!isMap(spot.value)) return spot.value === undefined ? [] : [{ name, spot }];
  return entriesOf(spot)
    .filter(([key]) => !WORDING.includes(key))
    .flatMap(([key, each]) => leavesIn(each, FORMS.includes(key) ? name : joined(name, key)));
}

const WORDING = ['because', 'source', 'title'];
const FORMS = ['assume', 'of'];

function joined(name: string, step: string): string {
  return name === '' ? step : `${name}.${step}`;
}
