import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WORKPLACE } from '../commands/workplace.ts';
import { blocksOf } from '../support/markdown-blocks.ts';
import { runInProcess } from '../support/run-in-process.ts';
import { runProgram } from '../support/run-program.ts';

const page = await readFile(path.resolve(import.meta.dirname, '../../docs/timeline.md'), 'utf8');
const blocks = blocksOf(page);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'compute-rights-'));
  await cp(WORKPLACE, folder, { recursive: true });
  for (const { info, text } of blocks.filter(({ info }) => info.startsWith('yaml '))) {
    await writeFile(path.join(folder, info.slice('yaml '.length)), text);
  }
});
afterAll(() => rm(folder, { recursive: true }));

describe('docs/timeline.md', () => {
  test('prints what it shows', async () => {
    const consoles = blocks.filter(({ info }) => info === 'console');

    const shown = [];
    for (const { text } of consoles) {
      const [, command = ''] = /^\$ npx compute-rights (.*)$/mu.exec(text) ?? [];
      const { stdout, stderr } = await runInProcess(command.split(' '), folder);
      shown.push(`$ npx compute-rights ${command}\n${stdout}${stderr}`);
    }

    expect(shown).toEqual(consoles.map(({ text }) => text));
    expect(consoles).toHaveLength(4);
  });

  test('shows a program that prints what it says', async () => {
    const [program] = blocks.filter(({ info }) => info === 'ts');

    const { printed, promised } = await runProgram(
      (program?.text ?? '').replace('rules/example', path.join(WORKPLACE, 'rules/example')),
    );

    expect(promised).toHaveLength(2);
    expect(printed).toEqual(promised);
  });
});
