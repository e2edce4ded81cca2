import { readFileSync } from 'node:fs';

/** Gives the version of the program, the same from `src/commands` and `dist/commands`. */
export function ownVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}
