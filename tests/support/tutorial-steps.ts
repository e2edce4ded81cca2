import { appendFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { blocksOf, type Block } from './markdown-blocks.ts';
import { runInProcess } from './run-in-process.ts';

/** What a page shows of one block, and what came of doing it. */
export interface TakenStep {
  readonly shown: string;
  readonly found: string;
}

/**
 * Does in a folder what a page tells its reader, block by block: types the commands of `console`, appends the text of
 * `yaml append FILE`, and edits as `diff FILE` shows. An edit that does not fit exactly one place is an error.
 */
export async function takeSteps(page: string, folder: string): Promise<readonly TakenStep[]> {
  const steps: TakenStep[] = [];
  for (const block of blocksOf(page)) {
    if (block.info === 'console') steps.push({ shown: block.text, found: await typed(block, folder) });
    else await edited(block, folder);
  }
  return steps;
}

async function typed({ text }: Block, folder: string): Promise<string> {
  const found: string[] = [];
  for (const [, command = ''] of text.matchAll(/^\$ npx compute-rights (.*)$/gmu)) {
    const { stdout, stderr } = await runInProcess(command.split(' '), folder);
    // In the process of a test the folder is not the one in which paths begin.
    const printed = `${stderr}${stdout}`.replaceAll(`${folder}${path.sep}`, '');
    found.push(`$ npx compute-rights ${command}\n${printed}`);
  }
  return found.join('');
}

async function edited({ info, text }: Block, folder: string): Promise<void> {
  const [kind = '', ...rest] = info.split(' ');
  if (kind === 'yaml' && rest[0] === 'append') return appendFile(path.join(folder, rest[1] ?? ''), text);
  if (kind !== 'diff') throw new Error(`a block that nobody can do: ${info}`);
  const file = path.join(folder, rest[0] ?? '');
  const before = linesOf(text, '-');
  const parts = (await readFile(file, 'utf8')).split(before);
  if (parts.length !== 2)
    throw new Error(`this stands ${String(parts.length - 1)} times in ${file}:\n${before}`);
  await writeFile(file, parts.join(linesOf(text, '+')));
}

/** The lines of one side of a difference, those of both sides among them. */
function linesOf(diff: string, side: '-' | '+'): string {
  const lines = diff.split('\n').filter((line) => line.startsWith(' ') || line.startsWith(side));
  return lines.map((line) => `${line.slice(1)}\n`).join('');
}
