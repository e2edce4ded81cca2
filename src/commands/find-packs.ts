import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inBackticks, listed } from '../diagnostics/plain-text.ts';
import type { Surroundings } from './surroundings.ts';
import { UsageError } from './usage-error.ts';

/**
 * Finds the folders of packs: the folder asked for if it is a pack, else the packs in it. With none asked for, `rules`
 * of the working directory; where there is no such folder, the packs that come with this program. A folder that cannot
 * be opened is given as it is, for the loader to say so.
 */
export function findPacks(asked: string | undefined, { cwd }: Pick<Surroundings, 'cwd'>): readonly string[] {
  const folder = asked ?? (existsSync(resolve(cwd, OWN_RULES)) ? OWN_RULES : SHIPPED_RULES);
  const absolute = resolve(cwd, folder);
  if (isPack(absolute)) return [folder];
  const names = namesIn(absolute);
  if (names === undefined) return [folder];
  const packs = names.filter((name) => isPack(join(absolute, name)));
  if (packs.length === 0) {
    throw new UsageError(
      `there is no \`pack.yaml\` in ${inBackticks(folder)}, nor in a folder directly in it`,
    );
  }
  return packs.map((name) => join(folder, name));
}

/** Finds the one pack that answers; between several the user has to choose, in the way that `how` says. */
export function findPack(
  asked: string | undefined,
  surroundings: Surroundings,
  how = 'choose with --rules',
): string {
  const packs = findPacks(asked, surroundings);
  const [only, ...others] = packs;
  if (only !== undefined && others.length === 0) return only;
  throw new UsageError(`there is more than one pack; ${how}: ${listed(packs)}`);
}

/** The packs that an absolute folder is, or that lie directly in it where that is to be looked at too. */
export function packsDirectlyIn(folder: string, within: boolean): readonly string[] {
  if (isPack(folder)) return [folder];
  const inside = within ? (namesIn(folder) ?? []).map((name) => join(folder, name)) : [];
  return inside.filter(isPack);
}

/** The folder of the packs that belong to a working directory. */
export const OWN_RULES = 'rules';

/** The same from `src/commands` and `dist/commands`. */
const SHIPPED_RULES = fileURLToPath(new URL('../../rules', import.meta.url));

function isPack(folder: string): boolean {
  return existsSync(join(folder, 'pack.yaml'));
}

function namesIn(folder: string): readonly string[] | undefined {
  try {
    return readdirSync(folder).sort();
  } catch {
    return undefined;
  }
}
