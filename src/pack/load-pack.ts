import { basename, dirname } from 'node:path';
import type { DiagnosticCode } from '../diagnostics/catalogue.ts';
import { diagnosticOf, inPlaceOrder, type Checked, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Day } from '../vocabulary/day.ts';
import { sortOut } from './instruments/sort-out.ts';
import { resolvePack } from './instruments/resolve-pack.ts';
import type { Pack } from './pack.ts';
import { LIMITS, tooLarge, tooMany, type Limits } from './written/limits.ts';
import { readFolder } from './written/read-folder.ts';
import { readYaml } from './written/read-yaml.ts';
import type { Written } from './written/written.ts';

/**
 * Loads a pack from a folder: `pack.yaml` and every other YAML file that lies directly in it. Links are not followed.
 * A folder that cannot be read is a diagnostic too.
 *
 * ```ts
 * const loaded = await loadPack('fixtures/diagnostics/good-pack');
 * console.log(loaded.ok ? loaded.value.title : loaded.diagnostics.map(renderDiagnostic).join('\n'));
 * // prints: A pack without mistakes
 * ```
 */
export async function loadPack(folder: string, limits: Limits = LIMITS): Promise<Checked<Pack>> {
  const { files, diagnostics } = await readFolder(folder, limits);
  return loadTexts(files, diagnostics, folder, limits);
}

/** Loads a pack from a folder as it was known on a day: what was announced later is left out, but checked too. */
export async function loadPackAsKnown(folder: string, knownOn: Day): Promise<Checked<Pack>> {
  const { files, diagnostics } = await readFolder(folder, LIMITS);
  return loadTexts(files, diagnostics, folder, LIMITS, knownOn);
}

/**
 * Loads a pack from texts by file name, one of which is `pack.yaml`. The order of the files changes nothing.
 *
 * ```ts
 * const vocabulary = `
 * pack: small
 * title: A small pack
 * language: 1
 * disclaimer: Invented.
 * otherwise: permitted
 * parties: { buyer: { name: Buyer }, seller: { name: Seller, provider: true } }
 * acts: { procure: { title: procure compute capacity } }
 * grades: { A: the text itself }
 * documents: { deed: { title: Deed, date: 2024-01-01 } }
 * `;
 * const instrument = `
 * instrument: deed
 * title: Deed
 * parties: [buyer, seller]
 * basis: text
 * effective: { from: 2024-01-01 }
 * clauses:
 *   - id: supply
 *     title: Exclusive supply
 *     kind: exclusivity
 *     holder: seller
 *     grantor: buyer
 *     act: procure
 *     source: { document: deed, grade: A }
 * `;
 * const loaded = loadPackFiles({ 'pack.yaml': vocabulary, 'deed.yaml': instrument });
 * if (loaded.ok) for (const { id, kind } of loaded.value.clauses) console.log(`${id}: ${kind}`);
 * // prints: supply: exclusivity
 * ```
 */
export function loadPackFiles(
  files: Readonly<Record<string, string>>,
  limits: Limits = LIMITS,
): Checked<Pack> {
  const texts = new Map(Object.entries(files));
  const folder = folderOf(texts);
  const size = [...texts.values()].reduce((sum, text) => sum + text.length, 0);
  if (texts.size > limits.files) return refused('file/too-many', tooMany(limits.files), folder);
  if (size > limits.packSize) return refused('file/too-large', tooLarge(limits.packSize), folder);
  return loadTexts(texts, [], folder, limits);
}

/** Where the files would lie by their names: the folder of `pack.yaml`, or where there is none that of the first. */
function folderOf(texts: ReadonlyMap<string, string>): string {
  const names = [...texts.keys()].toSorted();
  return dirname(names.find(isPackFile) ?? names[0] ?? '');
}

/** True of the file in which a pack declares its words. */
export function isPackFile(name: string): boolean {
  return basename(name) === 'pack.yaml';
}

function loadTexts(
  files: ReadonlyMap<string, string>,
  unreadable: readonly Diagnostic[],
  folder: string,
  limits: Limits,
  knownOn?: Day,
): Checked<Pack> {
  const problems = [...unreadable];
  const read = new Map<string, Written>();
  const names = [...files.keys()].toSorted();
  for (const name of names) {
    const checked = readYaml(files.get(name) ?? '', name, limits);
    if (checked.ok) read.set(name, checked.value);
    else problems.push(...checked.diagnostics);
  }
  const packFile = names.find(isPackFile);
  if (packFile === undefined && unreadable.length === 0) {
    return refused('file/no-pack', 'there is no `pack.yaml`', folder);
  }
  return resolved(read, packFile, problems, knownOn);
}

function resolved(
  read: ReadonlyMap<string, Written>,
  packFile: string | undefined,
  problems: readonly Diagnostic[],
  knownOn: Day | undefined,
): Checked<Pack> {
  const pack = packFile === undefined ? undefined : read.get(packFile);
  const others = [...read].filter(([name]) => name !== packFile).map(([, written]) => written);
  const { instruments, strays, isOnePack } = sortOut(others);
  if (!isOnePack) return { ok: false, diagnostics: inPlaceOrder(strays) };
  const areAllRead = problems.length === 0;
  const checked = resolvePack({ ...(pack === undefined ? {} : { pack }), instruments, areAllRead, knownOn });
  const found = [...problems, ...strays];
  if (found.length === 0) return checked;
  return { ok: false, diagnostics: inPlaceOrder([...found, ...(checked.ok ? [] : checked.diagnostics)]) };
}

function refused(code: DiagnosticCode, message: string, path: string): Checked<never> {
  return { ok: false, diagnostics: [diagnosticOf(code, message, { path })] };
}
