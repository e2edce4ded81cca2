import type { Checked, Diagnostic } from '../diagnostics/diagnostic.ts';
import { listed } from '../diagnostics/plain-text.ts';
import type { Pack } from '../pack/pack.ts';
import type { ScenarioText } from '../regression/read-cases.ts';
import { diskPath } from './disk-path.ts';
import { findNearestPack } from './find-nearest-pack.ts';
import { findPacks } from './find-packs.ts';
import type { Input } from './read-input.ts';
import type { Surroundings } from './surroundings.ts';
import { UsageError } from './usage-error.ts';

/** Gives each file of scenarios the packs among which its own is looked for. */
export async function withPacks(
  files: readonly Input[],
  rules: string | undefined,
  surroundings: Surroundings,
): Promise<Checked<readonly ScenarioText[]>> {
  const loaded = new Map<string, Checked<readonly Pack[]>>();
  const load = async (folders: readonly string[]): Promise<Checked<readonly Pack[]>> => {
    const key = folders.join('\n');
    const packs = loaded.get(key) ?? (await loadPacks(folders, surroundings.cwd));
    loaded.set(key, packs);
    return packs;
  };
  const sources: ScenarioText[] = [];
  for (const { file, folders } of await packFolders(files, rules, surroundings)) {
    const packs = await load(folders);
    if (packs.ok && file !== undefined) sources.push({ ...file, packs: packs.value });
  }
  const diagnostics = [...loaded.values()].flatMap((packs) => (packs.ok ? [] : packs.diagnostics));
  return diagnostics.length > 0 ? { ok: false, diagnostics } : { ok: true, value: sources, warnings: [] };
}

/**
 * Finds the folders of packs for each file: those asked for, or the nearest that it names, or those of the working
 * directory, which count where there is no file too.
 */
export async function packFolders(
  files: readonly Input[],
  rules: string | undefined,
  surroundings: Surroundings,
): Promise<readonly { readonly file?: Input; readonly folders: readonly string[] }[]> {
  const asked = rules === undefined ? undefined : findPacks(rules, surroundings);
  if (files.length === 0) return [{ folders: asked ?? findPacks(undefined, surroundings) }];
  const found = files.map(async (file) => {
    const nearest = asked === undefined ? await findNearestPack(file, surroundings) : undefined;
    const folders = nearest === undefined ? (asked ?? findPacks(undefined, surroundings)) : [nearest];
    return { file, folders };
  });
  return Promise.all(found);
}

async function loadPacks(folders: readonly string[], cwd: string): Promise<Checked<readonly Pack[]>> {
  const { loadPack } = await import('../pack/load-pack.ts');
  const packs = new Map<string, Pack>();
  const diagnostics: Diagnostic[] = [];
  for (const folder of folders) {
    const loaded = await loadPack(diskPath(folder, cwd));
    if (!loaded.ok) {
      diagnostics.push(...loaded.diagnostics);
      continue;
    }
    const { id } = loaded.value;
    if (packs.has(id)) throw new UsageError(`two of the packs have the same id: ${listed([id])}`);
    packs.set(id, loaded.value);
  }
  if (diagnostics.length > 0) return { ok: false, diagnostics };
  return { ok: true, value: [...packs.values()], warnings: [] };
}
