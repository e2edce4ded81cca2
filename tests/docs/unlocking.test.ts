import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { SOURCES } from '../../src/unlock/options/option.ts';
import { HEADINGS } from '../../src/unlock/words/explain-unlock.ts';
import { blocksOf } from '../support/markdown-blocks.ts';
import { rowsUnder } from '../support/markdown-table.ts';
import { runInProcess } from '../support/run-in-process.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const page = await readFile(path.join(ROOT, 'docs/unlocking.md'), 'utf8');
const consoles = blocksOf(page).filter(({ info }) => info === 'console');

describe('docs/unlocking.md', () => {
  test.each(consoles)('prints what it shows: $firstLine', async ({ text }) => {
    const [command = '', ...expected] = text.trimEnd().split('\n');

    const { stdout, stderr } = await runInProcess(
      command.replace('$ npx compute-rights ', '').split(' '),
      ROOT,
    );

    expect(stderr).toBe('');
    if (expected.length > 0) expect(stdout.trimEnd()).toBe(expected.join('\n'));
    else expect(JSON.parse(stdout)).toHaveProperty('unlocks');
  });

  test('names the headings in their order', () => {
    const named = rowsUnder(page, 'Who can make a change').map(([heading]) => heading);

    expect(named).toEqual(HEADINGS.map(([, heading]) => heading));
    expect(HEADINGS.map(([source]) => source)).toEqual([...SOURCES]);
    expect(consoles.length).toBeGreaterThan(1);
  });
});
