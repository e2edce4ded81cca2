import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { blocksOf } from '../support/markdown-blocks.ts';
import { runInProcess } from '../support/run-in-process.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const blocks = blocksOf(readFileSync(path.join(ROOT, 'docs/exported-module.md'), 'utf8'));
const folder = mkdtempSync(path.join(tmpdir(), 'exported-module-'));

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('the page on the exported module', () => {
  test('writes a module, and shows a program that prints what its comments say', async () => {
    const [command, program] = ['console', 'js'].map(
      (info) => blocks.find((block) => block.info === info)?.text ?? '',
    );
    const argv = (command ?? '').trim().replace('$ npx compute-rights ', '').split(' ');
    const written = argv.map((word) => (word === 'rights.mjs' ? path.join(folder, word) : word));

    const { code } = await runInProcess(written, ROOT);

    expect(code).toBe(0);
    const promised = [...(program ?? '').matchAll(/\/\/ prints: (.*)$/gmu)].map(([, promise]) => promise);
    expect(promised).toHaveLength(4);
    expect(await printedBy(program ?? '')).toEqual(promised);
  });

  test('shows how to notice that a module is no longer fresh, by the command that writes it', () => {
    const consoles = blocks.filter(({ info }) => info === 'console').map(({ text }) => text.trim());

    expect(consoles).toHaveLength(2);
    expect(consoles[1]).toBe(`${consoles[0] ?? ''} && git diff --exit-code rights.mjs`);
  });
});

async function printedBy(program: string): Promise<readonly string[]> {
  const printed: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line: unknown) => printed.push(String(line)));
  try {
    const file = path.join(folder, 'program.mjs');
    writeFileSync(file, program);
    await import(/* @vite-ignore */ pathToFileURL(file).href);
  } finally {
    log.mockRestore();
  }
  return printed;
}
