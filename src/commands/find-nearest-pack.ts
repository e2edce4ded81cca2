import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { inBackticks, listed } from '../diagnostics/plain-text.ts';
import { isMap } from '../pack/written/written.ts';
import { packsDirectlyIn } from './find-packs.ts';
import { readInput, type Input } from './read-input.ts';
import type { Surroundings } from './surroundings.ts';
import { UsageError } from './usage-error.ts';

/**
 * Finds the folder of the pack that a file of scenarios names: in the nearest folder, from its own upwards, that is that
 * pack, or whose `rules` is or holds it. Two of them at the same height are an error. Gives nothing where there is none,
 * for a file that names no pack, and for standard input.
 */
export async function findNearestPack(
  { file, text }: Input,
  surroundings: Surroundings,
): Promise<string | undefined> {
  if (file === STDIN) return undefined;
  const wanted = await packNamedIn(text, file);
  if (wanted === undefined) return undefined;
  for (const folder of upwardsFrom(dirname(resolve(surroundings.cwd, file)))) {
    const offered = [...packsDirectlyIn(folder, false), ...packsDirectlyIn(join(folder, 'rules'), true)];
    const found: string[] = [];
    for (const pack of offered) if ((await idOf(pack, surroundings)) === wanted) found.push(pack);
    const [only, ...others] = found.map((pack) => shown(pack, surroundings));
    if (others.length > 0) throw ambiguous(wanted, file, [only ?? '', ...others]);
    if (only !== undefined) return only;
  }
  return undefined;
}

const STDIN = '<stdin>';

/** A folder and all above it, nearest first. */
function upwardsFrom(folder: string): readonly string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...upwardsFrom(above)];
}

/** The id that a pack gives itself, or nothing where its file cannot be read or says none. */
async function idOf(folder: string, surroundings: Surroundings): Promise<string | undefined> {
  const file = join(folder, 'pack.yaml');
  const read = existsSync(file) ? await readInput(file, surroundings) : undefined;
  return read?.ok === true ? packNamedIn(read.value.text, file) : undefined;
}

/** What stands under `pack`, in a file of scenarios as in a pack's own. */
async function packNamedIn(text: string, file: string): Promise<string | undefined> {
  const { readYaml } = await import('../pack/written/read-yaml.ts');
  const read = readYaml(text, file);
  const id = read.ok && isMap(read.value.data) ? read.value.data['pack'] : undefined;
  return typeof id === 'string' ? id : undefined;
}

/** As seen from the working directory where it lies there. */
function shown(folder: string, { cwd }: Surroundings): string {
  const path = relative(cwd, folder);
  return path === '' ? '.' : path.startsWith('..') || isAbsolute(path) ? folder : path;
}

function ambiguous(id: string, file: string, packs: readonly string[]): UsageError {
  return new UsageError(
    `${inBackticks(file)} is for the pack ${inBackticks(id)}, and there are several: ${listed(packs, 'and')}; choose with --rules`,
  );
}
