import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listed } from '../diagnostics/plain-text.ts';
import type { Surroundings } from './surroundings.ts';
import { UsageError } from './usage-error.ts';

/**
 * Finds the folders of packs: the folder asked for if it is a pack, else the packs in it. With none asked for, `rules`
 * of the working directory; where there is no such folder, the packs that come with this program. A folder that holds
 * no pack is given as it is, for the loader to say what is wrong with it.
 */
export function findPacks(asked: string | undefined, { cwd }: Surroundings): readonly string[] {
  const folder = asked ?? (existsSync(resolve(cwd, OWN_RULES)) ? OWN_RULES : SHIPPED_RULES);
  const absolute = resolve(cwd, folder);
  if (isPack(absolute)) return [folder];
  const packs = namesIn(absolute)
    .filter((name) => isPack(join(absolute, name)))
    .map((name) => join(folder, name));
  return packs.length === 0 ? [folder] : packs;
}

/** Finds the one pack that answers; between several the user has to choose. */
export function findPack(asked: string | undefined, surroundings: Surroundings): string {
  const packs = findPacks(asked, surroundings);
  const [only, ...others] = packs;
  if (only !== undefined && others.length === 0) return only;
  throw new UsageError(`there is more than one pack; choose with --rules: ${listed(packs)}`);
}

const OWN_RULES = 'rules';

/** The same from `src/commands` and `dist/commands`. */
const SHIPPED_RULES = fileURLToPath(new URL('../../rules', import.meta.url));

function isPack(folder: string): boolean {
  return existsSync(join(folder, 'pack.yaml'));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
