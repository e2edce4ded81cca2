import type { Checked } from '../diagnostics/diagnostic.ts';
import { loadPackFiles } from '../pack/load-pack.ts';
import { dataOf } from '../pack/pack-data.ts';
import type { ReplaySide } from './replay-decisions.ts';

/** Loads one side of a replay from the texts of a pack's files. */
export function openReplaySide(texts: Readonly<Record<string, string>>): Checked<ReplaySide> {
  const loaded = loadPackFiles(texts);
  if (!loaded.ok) return loaded;
  return { ...loaded, value: { pack: loaded.value, documents: dataOf(new Map(Object.entries(texts))) } };
}
