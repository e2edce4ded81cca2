import type { ColumnEngine } from './column-engine.ts';
import { levelsBelow } from './levels-below.ts';

/**
 * Numbers every combination of a root and a class of each level that the columns speak of: the key of a row. A class that
 * is open counts as one more. What a key comes to is worked out once, and kept.
 */
export interface KeyLayout {
  readonly roots: readonly number[];
  /** By level what one class counts for; levels that decide nothing are not here. */
  readonly strides: ReadonlyMap<number, number>;
  /** By key the possible outcomes as bits, `BY_ITSELF`, or `NOT_YET`. */
  readonly answers: Uint8Array;
}

/** No row with this key has been decided yet. */
export const NOT_YET = 0;
/** Rows with this key are decided by all that they say. */
export const BY_ITSELF = 255;

/** Gives the layout for these roots and levels; `undefined` where there are too many combinations. */
export function keyLayout(
  engine: ColumnEngine,
  roots: readonly number[],
  stated: readonly number[],
): KeyLayout | undefined {
  const name = `${roots.join(' ')} of ${stated.join(' ')}`;
  const known = engine.layouts.get(name);
  if (known !== undefined) return known;
  const read = new Set(roots.flatMap((root) => [...levelsBelow(engine, root)]));
  const strides = new Map<number, number>();
  let size = roots.length;
  for (const level of stated) {
    if (!read.has(level)) continue;
    strides.set(level, size);
    size *= (engine.widths[level] ?? 0) + 1;
    if (size > MOST_KEYS) return undefined;
  }
  const layout = { roots, strides, answers: new Uint8Array(size) };
  if (engine.layouts.size >= MOST_LAYOUTS) engine.layouts.clear();
  engine.layouts.set(name, layout);
  return layout;
}

/** So many bytes may a layout take, and so many layouts may there be. */
const MOST_KEYS = 1 << 18;
const MOST_LAYOUTS = 8;

/** Walks for one key. */
export function answerFor({ code, fallbacks, widths }: ColumnEngine, layout: KeyLayout, key: number): number {
  let node = layout.roots[key % layout.roots.length] ?? 0;
  while (node >= 0) {
    const level = code[node] ?? 0;
    const stride = layout.strides.get(level);
    const width = widths[level] ?? 0;
    const klass = stride === undefined ? (fallbacks[level] ?? -1) : Math.floor(key / stride) % (width + 1);
    if (klass < 0 || klass === width) return BY_ITSELF;
    node = code[node + 1 + klass] ?? 0;
  }
  return 1 << ~node;
}
