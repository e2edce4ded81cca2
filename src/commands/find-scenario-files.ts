import { readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.ts';
import { readInput, type Input } from './read-input.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * Reads the files of scenarios that some paths stand for. A file is read whatever its name. A folder stands for every
 * YAML file in or below it that lies in a folder called `scenarios`, or has a line that begins with `scenarios:`.
 * With no path, those called `scenarios` here and in the folders of `fixtures` are meant.
 */
export async function findScenarioFiles(
  paths: readonly string[],
  surroundings: Surroundings,
): Promise<Checked<readonly Input[]>> {
  const { cwd } = surroundings;
  const inputs = new Map<string, Input>();
  const diagnostics: Diagnostic[] = [];
  for (const path of await scenarioPlaces(paths, surroundings)) {
    const isNamed = !(await isFolder(resolve(cwd, path)));
    for (const file of isNamed ? [path] : await yamlFilesIn(path, cwd)) {
      const read = await readInput(file, surroundings);
      if (!read.ok) diagnostics.push(...read.diagnostics);
      else if (isNamed || mayHoldScenarios(read.value, cwd)) inputs.set(resolve(cwd, file), read.value);
    }
  }
  if (diagnostics.length > 0) return { ok: false, diagnostics };
  return { ok: true, value: [...inputs.values()], warnings: [] };
}

/** The files and folders in which scenarios are looked for. */
export async function scenarioPlaces(
  paths: readonly string[],
  { cwd }: Surroundings,
): Promise<readonly string[]> {
  return paths.length > 0 ? paths : ownFolders(cwd);
}

async function ownFolders(cwd: string): Promise<readonly string[]> {
  const fixtures = await namesIn(resolve(cwd, 'fixtures'));
  const folders = ['scenarios', ...fixtures.map((name) => join('fixtures', name, 'scenarios'))];
  const exist = await Promise.all(folders.map((folder) => isFolder(resolve(cwd, folder))));
  return folders.filter((_, index) => exist[index]);
}

/** YAML files in and below a folder, in alphabetical order; hidden and installed ones are not looked at. */
async function yamlFilesIn(folder: string, cwd: string): Promise<readonly string[]> {
  const files: string[] = [];
  for (const name of await namesIn(resolve(cwd, folder))) {
    const path = join(folder, name);
    if (name.startsWith('.') || name === 'node_modules') continue;
    if (await isFolder(resolve(cwd, path))) files.push(...(await yamlFilesIn(path, cwd)));
    else if (/\.ya?ml$/.test(name)) files.push(path);
  }
  return files;
}

/** A folder of scenarios is read whole, so that a file whose `scenarios:` is misspelt does not go unnoticed. */
function mayHoldScenarios({ file, text }: Input, cwd: string): boolean {
  const folders = dirname(resolve(cwd, file)).split(sep);
  return folders.includes('scenarios') || /^scenarios:/m.test(text);
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch {
    return [];
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
