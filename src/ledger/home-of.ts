import { lstat, realpath } from 'node:fs/promises';

/** Gives where a file itself stands, so that two links to it share one lock. */
export async function homeOf(path: string): Promise<string> {
  const isLink = await lstat(path).then(
    (status) => status.isSymbolicLink(),
    () => false,
  );
  return isLink ? realpath(path).catch(() => path) : path;
}
