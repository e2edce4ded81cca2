import { link, mkdir, rename, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { codeOf } from '../replace-file.ts';

/** A text, and where it belongs in a folder. */
interface NewFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Writes new files, each whole, in place of none that exists. Where one cannot be written, or has come to be there
 * meanwhile, those written before it are taken away again and the result is false; so are folders made for them.
 */
export async function writeAllOrNone(files: readonly NewFile[], folder: string): Promise<boolean> {
  const written: string[] = [];
  const made: string[] = [];
  try {
    for (const { path, text } of files) {
      const target = resolve(folder, path);
      await makeFolder(dirname(target), made);
      await writeNew(target, text);
      written.push(target);
    }
    return true;
  } catch (error) {
    for (const path of written) await rm(path, { force: true });
    // One in which somebody has put something meanwhile stays.
    for (const path of made.toReversed()) await rmdir(path).catch(() => undefined);
    if (codeOf(error) === undefined) throw error;
    return false;
  }
}

/** Makes a folder and those above it that are missing, and notes which. Asked to do so itself, Node 20 hangs in `/proc`. */
async function makeFolder(path: string, made: string[]): Promise<void> {
  const isThere = await stat(path).then(
    () => true,
    () => false,
  );
  if (isThere) return;
  if (dirname(path) !== path) await makeFolder(dirname(path), made);
  await mkdir(path);
  made.push(path);
}

/** Writes beside the place and then gives the whole its name, which fails where the name is taken. */
async function writeNew(target: string, text: string): Promise<void> {
  const draft = join(dirname(target), `.${String(process.pid)}.tmp`);
  try {
    await writeFile(draft, text, { flag: 'wx' });
    await link(draft, target).catch(async (error: unknown) => {
      // Some file systems have no links.
      if (!['EPERM', 'ENOSYS', 'ENOTSUP'].includes(String(codeOf(error)))) throw error;
      await rename(draft, target);
    });
  } finally {
    await rm(draft, { force: true });
  }
}
