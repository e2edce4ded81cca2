import { realpathSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { diagnosticOf, type Checked, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { inBackticks } from '../../diagnostics/plain-text.ts';
import { loadPackFiles } from '../../pack/load-pack.ts';
import type { Pack } from '../../pack/pack.ts';
import { LIMITS, tooLarge, tooMany } from '../../pack/written/limits.ts';
import type { Surroundings } from '../surroundings.ts';
import { UsageError } from '../usage-error.ts';
import { runGit } from './run-git.ts';

/** A file of a folder as git keeps it. */
interface Entry {
  readonly name: string;
  readonly mode: string;
  readonly object: string;
  readonly size: number;
}

/** Loads a pack as its folder was at a revision of the repository around it; nothing is written to the disk. */
export async function packAtRevision(
  revision: string,
  folder: string,
  surroundings: Surroundings,
): Promise<Checked<Pack>> {
  const texts = await textsAtRevision(revision, folder, surroundings);
  return texts.ok ? loadPackFiles(texts.value) : texts;
}

/** Gives the texts of a pack's files, by names that begin with the revision. */
export async function textsAtRevision(
  revision: string,
  folder: string,
  surroundings: Surroundings,
): Promise<Checked<Readonly<Record<string, string>>>> {
  const top = await topOf(surroundings);
  const commit = await commitOf(revision, top, surroundings);
  const path = pathWithin(top, folder, surroundings);
  const name = (file: string): string => `${revision}:${path === '' ? '.' : path}/${file}`;
  const entries = await entriesOf(commit, path, top, surroundings);
  if (entries === undefined) {
    const message = `revision ${inBackticks(revision)} has no folder ${inBackticks(path)}`;
    return { ok: false, diagnostics: [diagnosticOf('file/unreadable', message, { path: name('') })] };
  }
  const wrong = refused(entries, name);
  if (wrong.length > 0) return { ok: false, diagnostics: wrong };
  return decoded(entries, await contentsOf(entries, top, surroundings), name);
}

async function topOf(surroundings: Surroundings): Promise<string> {
  const { isOk, stdout } = await runGit(surroundings.cwd, ['rev-parse', '--show-toplevel'], surroundings);
  if (!isOk) throw new UsageError('there is no git repository here; name two folders instead');
  return stdout.toString('utf8').replace(/\n$/, '');
}

async function commitOf(revision: string, top: string, surroundings: Surroundings): Promise<string> {
  const asked = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
  const { isOk, stdout } = await runGit(top, asked, surroundings);
  const commit = stdout.toString('utf8').trim();
  if (!isOk || !/^[0-9a-f]{40,64}$/.test(commit))
    throw new UsageError(`${inBackticks(revision)} is no revision of this repository`);
  return commit;
}

/** The folder's path from the top of the repository, with slashes. */
function pathWithin(top: string, folder: string, { cwd }: Surroundings): string {
  const path = relative(top, resolve(realpathSync(cwd), folder));
  if (
    path === '..' ||
    path.startsWith(`..${sep}`) ||
    resolve(top, path) !== resolve(realpathSync(cwd), folder)
  )
    throw new UsageError(`${inBackticks(folder)} lies outside of this repository`);
  return path.split(sep).join('/');
}

async function entriesOf(
  commit: string,
  path: string,
  top: string,
  surroundings: Surroundings,
): Promise<readonly Entry[] | undefined> {
  const { isOk, stdout } = await runGit(top, ['ls-tree', '-l', '-z', `${commit}:${path}`], surroundings);
  if (!isOk) return undefined;
  return stdout
    .toString('utf8')
    .split('\0')
    .flatMap((line) => {
      const [, mode = '', object = '', size = '', name = ''] =
        /^(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t([^]*)$/.exec(line) ?? [];
      return /\.ya?ml$/.test(name) ? [{ name, mode, object, size: Number(size) || 0 }] : [];
    });
}

/** What a folder on the disk would be refused for. */
function refused(entries: readonly Entry[], name: (file: string) => string): readonly Diagnostic[] {
  const size = entries.reduce((sum, each) => sum + each.size, 0);
  if (entries.length > LIMITS.files)
    return [diagnosticOf('file/too-many', tooMany(LIMITS.files), { path: name('') })];
  if (size > LIMITS.packSize)
    return [diagnosticOf('file/too-large', tooLarge(LIMITS.packSize), { path: name('') })];
  return entries.flatMap((entry) => {
    const at = { path: name(entry.name) };
    if (entry.mode !== '100644' && entry.mode !== '100755')
      return [diagnosticOf('file/not-a-file', 'this is a folder or a link, not a file', at)];
    return entry.size > LIMITS.fileSize
      ? [diagnosticOf('file/too-large', tooLarge(LIMITS.fileSize), at)]
      : [];
  });
}

async function contentsOf(
  entries: readonly Entry[],
  top: string,
  surroundings: Surroundings,
): Promise<readonly Buffer[]> {
  const asked = entries.map(({ object }) => `${object}\n`).join('');
  const { isOk, stdout } = await runGit(top, ['cat-file', '--batch'], surroundings, asked);
  if (!isOk) throw new UsageError('git cannot read the files of the revision');
  let at = 0;
  return entries.map(({ size }) => {
    const start = stdout.indexOf('\n', at) + 1;
    at = start + size + 1;
    return stdout.subarray(start, start + size);
  });
}

function decoded(
  entries: readonly Entry[],
  contents: readonly Buffer[],
  name: (file: string) => string,
): Checked<Readonly<Record<string, string>>> {
  const texts: Record<string, string> = {};
  const diagnostics: Diagnostic[] = [];
  for (const [place, entry] of entries.entries()) {
    const path = name(entry.name);
    try {
      texts[path] = new TextDecoder('utf-8', { fatal: true }).decode(contents[place]);
    } catch {
      diagnostics.push(diagnosticOf('file/not-text', 'the file is not UTF-8 text', { path }));
    }
  }
  return diagnostics.length > 0 ? { ok: false, diagnostics } : { ok: true, value: texts, warnings: [] };
}
