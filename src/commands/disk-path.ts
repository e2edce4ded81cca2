import { resolve } from 'node:path';

/** A path as the user typed it where that names the same file, so that messages show it; else an absolute one. */
export function diskPath(path: string, cwd: string): string {
  return cwd === process.cwd() ? path : resolve(cwd, path);
}
