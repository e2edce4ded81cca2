import { isMap, type Part, type Path, type Spot, type Written } from './written.ts';

/** A value put at a path of a document, and where it was written. Without a value the key is taken out. */
export interface Overlay {
  readonly path: Path;
  readonly value: unknown;
  readonly at: Spot;
}

/** A part of a document with values of other places in it: what is there keeps its own place. */
export function overlaidSpot(base: Spot, overlays: readonly Overlay[]): Spot {
  const own = new Set<unknown>();
  const value = overlays.reduce(
    (data, { path, value: put }) => withValueAt(data, path, put, own),
    base.value,
  );
  return { written: writtenOver(base, overlays, value), path: base.path, value };
}

function writtenOver(base: Spot, overlays: readonly Overlay[], data: unknown): Written {
  const find = (path: Path): readonly [Written, Path] => {
    const below = path.slice(base.path.length);
    const over = overlays.findLast((each) => each.path.every((step, index) => step === below[index]));
    if (over === undefined) return [base.written, path];
    return [over.at.written, [...over.at.path, ...below.slice(over.path.length)]];
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

/** Copies the maps on the way, each once; what is not a map on the way is replaced by one. */
function withValueAt(data: unknown, [key, ...below]: Path, value: unknown, own: Set<unknown>): unknown {
  if (key === undefined) return value;
  if (value === undefined && !isMap(data)) return data;
  const map = ownMap(data, own);
  const put = withValueAt(map[key], below, value, own);
  if (put === undefined) delete map[key];
  else map[key] = put;
  return map;
}

/** A map that nobody else has: the one given, where this overlay has made it. */
function ownMap(data: unknown, own: Set<unknown>): Record<string, unknown> {
  if (own.has(data)) return data as Record<string, unknown>;
  const copied = Object.assign(Object.create(null) as Record<string, unknown>, isMap(data) ? data : {});
  own.add(copied);
  return copied;
}
