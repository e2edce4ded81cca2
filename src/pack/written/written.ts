import type { Place } from '../../diagnostics/diagnostic.ts';

/** The keys and list positions that lead from the top of a document to one of its parts. */
export type Path = readonly (string | number)[];

/** A part of a document stands at its value, or at the key in front of it. */
export type Part = 'key' | 'value';

/** What was written, as plain data whose maps have no prototype, with the place of each of its parts. */
export interface Written {
  readonly data: unknown;
  readonly placeOf: (path: Path, part: Part) => Whereabouts;
  /** A scalar as its writer typed it, such as `7.10` for the number 7.1. */
  readonly sourceOf: (path: Path) => string | undefined;
}

/** A place in a text, or for what was never text a path in words. */
export type Whereabouts = { readonly place: Place } | { readonly path: string };

/** One part of a document. */
export interface Spot {
  readonly written: Written;
  readonly path: Path;
  readonly value: unknown;
}

/** Gives the whole document as a part. */
export function topOf(written: Written): Spot {
  return { written, path: [], value: written.data };
}

/** Gives the part under a key or at a list position; its value is `undefined` where there is none. */
export function child(spot: Spot, key: string | number): Spot {
  return { written: spot.written, path: [...spot.path, key], value: ownValue(spot.value, key) };
}

/** The items of a list, none for anything else. */
export function itemsOf(spot: Spot): readonly Spot[] {
  return Array.isArray(spot.value) ? spot.value.map((_, index) => child(spot, index)) : [];
}

/** The entries of a map in writing order, none for anything else. */
export function entriesOf(spot: Spot): readonly (readonly [string, Spot])[] {
  return isMap(spot.value) ? Object.keys(spot.value).map((key) => [key, child(spot, key)] as const) : [];
}

/** The text of a part, empty where it is something else: for looking up, never for showing. */
export function textIn(spot: Spot): string {
  return typeof spot.value === 'string' ? spot.value : '';
}

/** True for a map of the rule language. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Writes a path as people write one: `events[2].to`. */
export function pathInWords(path: Path): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${String(step)}]` : dotted(step, index)))
    .join('');
}

function dotted(key: string, index: number): string {
  return index === 0 ? key : `.${key}`;
}

function ownValue(value: unknown, key: string | number): unknown {
  if (Array.isArray(value)) return typeof key === 'number' ? (value as readonly unknown[])[key] : undefined;
  return isMap(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
