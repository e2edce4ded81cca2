import { inPlaceOrder, type Checked, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { LIMITS, type Limits } from './limits.ts';
import type { Pack } from './pack.ts';
import { readFolder } from './read-folder.ts';
import { readYaml } from './read-yaml.ts';
import { resolvePack } from './resolve-pack.ts';
import type { Written } from './written.ts';

/** Loads a pack from a folder: `pack.yaml` and every other YAML file that lies directly in it. */
export async function loadPack(folder: string, limits: Limits = LIMITS): Promise<Checked<Pack>> {
  const { files, diagnostics } = await readFolder(folder, limits);
  return loadTexts(files, diagnostics, folder, limits);
}

/**
 * Loads a pack from texts by file name, one of which is `pack.yaml`.
 *
 * ```ts
 * const pack = loadPackFiles({ 'pack.yaml': vocabulary, 'deed.yaml': instrument });
 * ```
 */
export function loadPackFiles(
  files: Readonly<Record<string, string>>,
  limits: Limits = LIMITS,
): Checked<Pack> {
  return loadTexts(new Map(Object.entries(files)), [], '', limits);
}

function loadTexts(
  files: ReadonlyMap<string, string>,
  unreadable: readonly Diagnostic[],
  folder: string,
  limits: Limits,
): Checked<Pack> {
  const problems = [...unreadable];
  const read = new Map<string, Written>();
  for (const name of [...files.keys()].toSorted()) {
    const checked = readYaml(files.get(name) ?? '', name, limits);
    if (checked.ok) read.set(name, checked.value);
    else problems.push(...checked.diagnostics);
  }
  if (unreadable.length === 0 && ![...files.keys()].some(isPackFile)) {
    const path = folder === '' ? 'pack.yaml' : folder;
    problems.push({ code: 'file/no-pack', severity: 'error', message: 'there is no `pack.yaml`', path });
  }
  return resolved(read, problems);
}

function resolved(read: ReadonlyMap<string, Written>, problems: readonly Diagnostic[]): Checked<Pack> {
  const pack = [...read].find(([name]) => isPackFile(name))?.[1];
  const instruments = [...read].filter(([name]) => !isPackFile(name)).map(([, written]) => written);
  const areAllRead = problems.length === 0;
  const checked = resolvePack({ ...(pack === undefined ? {} : { pack }), instruments, areAllRead });
  if (problems.length === 0) return checked;
  return { ok: false, diagnostics: inPlaceOrder([...problems, ...(checked.ok ? [] : checked.diagnostics)]) };
}

function isPackFile(name: string): boolean {
  return name === 'pack.yaml' || name.endsWith('/pack.yaml');
}
