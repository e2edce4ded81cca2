import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runInProcess } from '../support/run-in-process.ts';
import { blocksOf, proseOf } from '../support/markdown-blocks.ts';
import { runProgram } from '../support/run-program.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const blocks = blocksOf(await readFile(path.join(ROOT, 'README.md'), 'utf8'));
const consoles = blocks.filter((block) => block.info === 'console');
const scripts = blocks.filter((block) => block.info === 'ts');

describe('the README', () => {
  test('holds blocks to run', () => {
    expect(consoles.length).toBeGreaterThanOrEqual(2);
    expect(scripts).toHaveLength(2);
  });

  test.each(consoles)('prints what it shows: $firstLine', async ({ text }) => {
    const [command = '', ...expected] = text.split('\n');
    expect(command).toMatch(/^\$ npx compute-rights /u);

    const { stdout, stderr } = await runInProcess(
      command.replace('$ npx compute-rights ', '').split(' '),
      ROOT,
    );

    expect(stdout + stderr).toBe(expected.join('\n'));
  });

  test('shows a program that runs and prints what its comments say', async () => {
    const { printed, promised } = await runProgram(scripts[0]?.text ?? '');

    expect(promised.length).toBeGreaterThan(0);
    expect(printed).toEqual(promised);
  });

  test('names only files that exist', async () => {
    const links = [
      ...proseOf(await readFile(path.join(ROOT, 'README.md'), 'utf8')).matchAll(
        /\]\((?!https?:)([^)#]+)\)/gu,
      ),
    ];
    expect(links.length).toBeGreaterThan(3);
    for (const [, target = ''] of links)
      await expect(readFile(path.join(ROOT, target))).resolves.toBeDefined();
  });
});
