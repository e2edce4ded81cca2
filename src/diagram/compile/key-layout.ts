import { BY_ITSELF, type KeyLayout } from './column-key.ts';
import type { ColumnEngine } from './column-engine.ts';
import { levelsBelow } from './levels-below.ts';

/** How many classes a column may name: those of its level, and one more where values may be open. */
export interface StatedLevel {
  /** Below zero where no clause reads it. */
  readonly level: number;
  readonly classes: number;
}

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
