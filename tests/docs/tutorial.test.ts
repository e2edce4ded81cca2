import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blocksOf, proseOf } from '../support/markdown-blocks.ts';
import { takeSteps } from '../support/tutorial-steps.ts';

const DOCS = path.resolve(import.meta.dirname, '../../docs');
const page = await readFile(path.join(DOCS, 'tutorial.md'), 'utf8');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'compute-rights-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('docs/tutorial.md', () => {
  test('prints what it shows when it is followed step by step in an empty folder', async () => {
    const steps = await takeSteps(page, folder);

    expect(steps.map(({ found }) => found)).toEqual(steps.map(({ shown }) => shown));
    expect(steps).toHaveLength(9);
    expect(steps.slice(-2).map(({ found }) => found.trim().split('\n').at(-1))).toEqual([
      '6 passed, 0 failed, 0 pending',
      '5 passed, 1 failed, 0 pending',
    ]);
  });

  test('says in its words which file each block belongs to', () => {
    const files = blocksOf(page).flatMap(({ info }) => /^(?:yaml append|diff) (.+)$/u.exec(info)?.[1] ?? []);

    expect(files.length).toBeGreaterThan(4);
    expect([...new Set(files)].filter((file) => !proseOf(page).includes(`\`${file}\``))).toEqual([]);
  });
});
