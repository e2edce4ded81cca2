import { readFile } from 'node:fs/promises';
import { inBackticks } from '../../diagnostics/plain-text.ts';
import { loadPackFiles } from '../../pack/load-pack.ts';
import { UsageError } from '../usage-error.ts';

/** A file to start from, by its path in the folder where it is wanted. */
export interface StarterFile {
  readonly path: string;
  readonly text: string;
  /** What it is for, in a few words. */
  readonly holds: string;
}

/** Gives the files of a pack to start from under a name of the user's own, which has to be one that the loader takes. */
export async function starterFiles(name: string): Promise<readonly StarterFile[]> {
  if (!/^[A-Za-z][A-Za-z0-9-]{0,62}$/.test(name)) throw unusable(name);
  const files = await Promise.all(TEMPLATES.map((template) => starterFile(template, name)));
  const home = `rules/${name}/`;
  const pack = files.filter(({ path }) => path.startsWith(home));
  const loaded = loadPackFiles(
    Object.fromEntries(pack.map(({ path, text }) => [path.slice(home.length), text])),
  );
  if (!loaded.ok || loaded.value.id !== name) throw unusable(name);
  return files;
}

const TEMPLATES = [
  { path: 'rules/example/pack.yaml', holds: 'the words: parties, acts, facts, documents' },
  { path: 'rules/example/supply-agreement.yaml', holds: 'an agreement with one clause' },
  { path: 'request.yaml', holds: 'a question' },
  { path: 'scenarios/example.yaml', holds: 'questions with the answers they must get' },
];

/** The same from `src/commands/init` and `dist/commands/init`. */
const HOME = new URL('../../../templates/', import.meta.url);

async function starterFile({ path, holds }: (typeof TEMPLATES)[number], name: string): Promise<StarterFile> {
  const text = await readFile(new URL(path, HOME), 'utf8');
  return {
    path: path.replace('example', name),
    text: text.replace(/^pack: example$/m, `pack: ${name}`),
    holds,
  };
}

function unusable(name: string): UsageError {
  return new UsageError(
    `${inBackticks(name)} cannot be the name of a pack: take a word of letters, digits and hyphens, a letter first`,
  );
}
