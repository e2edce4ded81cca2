import type { ColumnEngine } from './column-engine.ts';

/** Gives the levels that a walk from a place may come to. */
export function levelsBelow(
  { code, widths }: Pick<ColumnEngine, 'code' | 'widths'>,
  root: number,
): ReadonlySet<number> {
  const levels = new Set<number>();
  const seen = new Set<number>();
  const pending = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node < 0 || seen.has(node)) continue;
    seen.add(node);
    const level = code[node] ?? 0;
    levels.add(level);
    pending.push(...code.subarray(node + 1, node + 1 + (widths[level] ?? 0)));
  }
  return levels;
}
