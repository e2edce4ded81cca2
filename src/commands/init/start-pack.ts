import { lstat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { inBackticks, listed } from '../../diagnostics/plain-text.ts';
import { UsageError } from '../usage-error.ts';
import { starterFiles, type StarterFile } from './starter-files.ts';
import { writeAllOrNone } from './write-all-or-none.ts';

/** Writes a pack to start from into a folder, all of it or nothing, and gives what was written. */
export async function startPack(folder: string, name: string, cwd: string): Promise<readonly StarterFile[]> {
  const files = await starterFiles(name);
  const inTheWay: string[] = [];
  for (const path of [join('rules', name), ...files.map((file) => file.path)]) {
    const isBelowAnother = inTheWay.some((other) => path.startsWith(other));
    if (!isBelowAnother && (await exists(resolve(cwd, folder, path)))) inTheWay.push(path);
  }
  if (inTheWay.length > 0) throw alreadyThere(inTheWay, folder);
  const written = await writeAllOrNone(files, resolve(cwd, folder));
  if (!written)
    throw new UsageError(`${inBackticks(folder)} cannot be written into, and nothing was written`);
  return files;
}

/** A link counts, wherever it leads. */
async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

function alreadyThere(paths: readonly string[], folder: string): UsageError {
  const there = listed(
    paths.map((path) => join(folder, path)),
    'and',
  );
  return new UsageError(`nothing was written, for there is ${there} already; name another folder`);
}
