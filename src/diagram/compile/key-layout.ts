import type { ColumnEngine } from './column-engine.ts';
import { levelsBelow } from './levels-below.ts';

/** How many classes a column may name: those of its level, and one more where values may be open. */
export interface StatedLevel {
  /** Below zero where no clause reads it. */
  readonly level: number;
  readonly classes: number;
}

/**
 * Numbers every combination of a root and a class of each level that the columns speak of: the key of a row. What a key
 * comes to is worked out once, and kept.
 */
export interface KeyLayout {
  readonly roots: readonly number[];
  /** Of levels that decide something what one class counts for, and how many there are. */
  readonly digits: ReadonlyMap<number, { readonly counts: number; readonly classes: number }>;
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
  stated: readonly StatedLevel[],
): KeyLayout | undefined {
  const name = `${roots.join()} ${stated.map(({ level, classes }) => `${String(level)}:${String(classes)}`).join()}`;
  const known = engine.layouts.get(name);
  if (known !== undefined) return known;
  const layout = newLayout(engine, roots, stated);
  if (layout === undefined) return undefined;
  if (engine.layouts.size >= MOST_LAYOUTS) engine.layouts.clear();
  engine.layouts.set(name, layout);
  return layout;
}

/** So many bytes may a layout take, and so many layouts may there be. */
const MOST_KEYS = 1 << 18;
const MOST_LAYOUTS = 8;

function newLayout(
  engine: ColumnEngine,
  roots: readonly number[],
  stated: readonly StatedLevel[],
): KeyLayout | undefined {
  const read = new Set(roots.flatMap((root) => [...levelsBelow(engine, root)]));
  const digits = new Map<number, { readonly counts: number; readonly classes: number }>();
  let size = roots.length;
  for (const { level, classes } of stated) {
    if (!read.has(level)) continue;
    digits.set(level, { counts: size, classes });
    size *= classes;
    if (size > MOST_KEYS) return undefined;
  }
  return { roots, digits, answers: new Uint8Array(size) };
}

/** Walks for one key. */
export function answerFor({ code, fallbacks, widths }: ColumnEngine, layout: KeyLayout, key: number): number {
  let node = layout.roots[key % layout.roots.length] ?? 0;
  while (node >= 0) {
    const level = code[node] ?? 0;
    const digit = layout.digits.get(level);
    const klass =
      digit === undefined ? (fallbacks[level] ?? -1) : Math.floor(key / digit.counts) % digit.classes;
    if (klass < 0 || klass === widths[level]) return BY_ITSELF;
    node = code[node + 1 + klass] ?? 0;
  }
  return 1 << ~node;
}
