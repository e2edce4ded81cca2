import { rename, rm, writeFile } from 'node:fs/promises';

/** Writes beside the file and moves the whole in its place, so that nobody meets half of it; false where it has none. */
export async function replaceFile(path: string, text: string): Promise<boolean> {
  const draft = `${path}.${String(process.pid)}.tmp`;
  try {
    await writeFile(draft, text, { flag: 'wx' });
    await rename(draft, path);
    return true;
  } catch (error) {
    // Where the draft could not be begun there may be nothing to take away, nor leave to look for it.
    await rm(draft, { force: true }).catch(() => undefined);
    if (codeOf(error) === undefined) throw error;
    return false;
  }
}

/** The code that the system gives an error, such as `ENOENT`. */
export function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
