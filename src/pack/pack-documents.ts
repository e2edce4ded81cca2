import { inPlaceOrder, type Checked, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { resolvePack, type PackFiles } from './instruments/resolve-pack.ts';
import { sortOut } from './instruments/sort-out.ts';
import type { Pack } from './pack.ts';
import { isPackFile } from './load-pack.ts';
import { LIMITS } from './written/limits.ts';
import { readFolder } from './written/read-folder.ts';
import { readYaml } from './written/read-yaml.ts';
import { isMap, type Path, type Written } from './written/written.ts';

/** The documents of a pack that has been checked, so that it can be checked again after something in them is changed. */
export interface PackDocuments {
  readonly pack: Pack;
  /** The words of the pack, and its instruments in the order of their files. */
  readonly words: Written;
  readonly instruments: readonly Written[];
}

/** A value put in place of another; without a value the key or item is taken out, and a list that is then empty too. */
export interface DocumentEdit {
  readonly written: Written;
  readonly path: Path;
  readonly value: unknown;
}

/** Reads the documents of a folder that holds a pack. */
export async function readDocuments(folder: string): Promise<Checked<PackDocuments>> {
  const { files, diagnostics } = await readFolder(folder, LIMITS);
  return diagnostics.length > 0 ? { ok: false, diagnostics } : documentsIn(files);
}

/** Reads the documents of a pack from texts by file name. */
export function documentsIn(files: ReadonlyMap<string, string>): Checked<PackDocuments> {
  const problems: Diagnostic[] = [];
  const others: Written[] = [];
  let words: Written | undefined;
  for (const name of [...files.keys()].toSorted()) {
    const read = readYaml(files.get(name) ?? '', name);
    if (!read.ok) problems.push(...read.diagnostics);
    else if (isPackFile(name)) words = read.value;
    else others.push(read.value);
  }
  const { instruments, strays } = sortOut(others);
  const diagnostics = inPlaceOrder([...problems, ...strays]);
  if (diagnostics.length > 0 || words === undefined) return { ok: false, diagnostics };
  const checked = resolvePack(filesOf(words, instruments));
  return checked.ok ? { ...checked, value: { pack: checked.value, words, instruments } } : checked;
}

/** Checks the pack that comes of some edits, of which none lies within another. */
export function withDocumentEdits(
  { words, instruments }: PackDocuments,
  edits: readonly DocumentEdit[],
): Checked<Pack> {
  const edited = (written: Written): Written => {
    const own = edits.filter((edit) => edit.written === written);
    return own.length === 0 ? written : editedDocument(written, own);
  };
  return resolvePack(filesOf(edited(words), instruments.map(edited)));
}

function filesOf(pack: Written, instruments: readonly Written[]): PackFiles {
  return { pack, instruments, areAllRead: true };
}

/** What an item in a list was called is of no use once items before it are gone: places are those of the whole document. */
function editedDocument(written: Written, edits: readonly DocumentEdit[]): Written {
  // Items further down a list go first, so that those before them keep their places.
  const data = edits
    .toSorted((one, other) => compareItems(other.path, one.path))
    .reduce((edited, { path, value }) => valueWith(edited, path, value), written.data);
  return { data, placeOf: () => written.placeOf([], 'value'), sourceOf: () => undefined };
}

function compareItems(one: Path, other: Path): number {
  const at = one.findIndex((step, index) => step !== other[index]);
  return Number(one[at] ?? 0) - Number(other[at] ?? 0) || 0;
}

/** Copies the maps and lists on the way. */
function valueWith(data: unknown, [key, ...below]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(data)) return listWith(data, Number(key), below, value);
  if (!isMap(data)) return data;
  const changed = valueWith(data[key], below, value);
  const entries = Object.entries(data).flatMap(([each, old]) => {
    if (each !== key) return [[each, old] as const];
    return changed === undefined ? [] : [[each, changed] as const];
  });
  const isNew = !Object.hasOwn(data, key) && changed !== undefined;
  const all = isNew ? [...entries, [key, changed] as const] : entries;
  return Object.assign(Object.create(null) as object, Object.fromEntries(all));
}

function listWith(list: readonly unknown[], at: number, below: Path, value: unknown): unknown {
  const changed = valueWith(list[at], below, value);
  const items = list.flatMap((item, index) => {
    if (index !== at) return [item];
    return changed === undefined ? [] : [changed];
  });
  if (at >= list.length && changed !== undefined) items.push(changed);
  return items.length === 0 ? undefined : items;
}
