import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WORKPLACE } from '../commands/workplace.ts';
import { blocksOf } from '../support/markdown-blocks.ts';
import { runInProcess } from '../support/run-in-process.ts';

const PAGE = path.resolve(import.meta.dirname, '../../docs/ledger.md');

/** A pack that counts, as the page calls it. */
const MEASURES = path.resolve(import.meta.dirname, '../../fixtures/semantics/rules/measures');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'compute-rights-'));
  await cp(WORKPLACE, folder, { recursive: true });
  await cp(MEASURES, path.join(folder, 'measures'), { recursive: true });
});
afterAll(() => rm(folder, { recursive: true }));

describe('docs/ledger.md', () => {
  test('prints what it shows, one command after the other', async () => {
    const consoles = blocksOf(await readFile(PAGE, 'utf8')).filter(({ info }) => info === 'console');

    const shown = [];
    for (const { text } of consoles) {
      const printed = [];
      for (const [, command = ''] of text.matchAll(/^\$ npx compute-rights (.*)$/gm)) {
        const { stdout, stderr } = await runInProcess(wordsOf(command), folder);
        printed.push(`$ npx compute-rights ${command}\n${stdout}${stderr}`);
      }
      shown.push(printed.join(''));
    }

    expect(consoles).toHaveLength(3);
    expect(shown).toEqual(consoles.map(({ text }) => text));
  });
});

/** The words of a command line; blanks within quotes part none. */
function wordsOf(command: string): readonly string[] {
  return [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare = '']) => quoted ?? bare);
}
