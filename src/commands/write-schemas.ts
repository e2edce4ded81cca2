import { lstat, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { diagnosticOf, type Checked, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Pack } from '../pack/pack.ts';
import { DOCUMENT_KINDS, schemasOfPack } from '../pack/schema/schemas-of-pack.ts';
import { asJson } from './format-option.ts';
import { codeOf, replaceFile } from './replace-file.ts';

const SCHEMA_FOLDER = 'schema';

/**
 * Writes the schemas of a pack into the folder `schema` beside its files, and gives their paths. A reader never meets
 * half a file. What is no folder, a link included, is left alone and reported.
 */
export async function writeSchemas(
  pack: Pack,
  folder: string,
  cwd: string,
): Promise<Checked<readonly string[]>> {
  const home = join(folder, SCHEMA_FOLDER);
  const mistake = await openFolder(home, cwd);
  if (mistake !== undefined) return { ok: false, diagnostics: [mistake] };
  const schemas = schemasOfPack(pack);
  const paths: string[] = [];
  for (const kind of DOCUMENT_KINDS) {
    const path = join(home, `${kind}.json`);
    if (!(await replaceFile(resolve(cwd, path), asJson(schemas[kind])))) {
      return { ok: false, diagnostics: [unwritable(path, 'the file cannot be written')] };
    }
    paths.push(path);
  }
  return { ok: true, value: paths, warnings: [] };
}

async function openFolder(folder: string, cwd: string): Promise<Diagnostic | undefined> {
  const path = resolve(cwd, folder);
  try {
    await mkdir(path);
    return undefined;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') return unwritable(folder, 'the folder cannot be made');
  }
  const isFolder = (await lstat(path)).isDirectory();
  return isFolder ? undefined : unwritable(folder, 'this is not a folder, and schemas belong in one');
}

function unwritable(path: string, message: string): Diagnostic {
  return diagnosticOf('file/unwritable', message, { path });
}
