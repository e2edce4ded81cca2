import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAcknowledgements } from '../../src/pack/acknowledgements.ts';
import { blocksOf } from '../support/markdown-blocks.ts';
import { runInProcess } from '../support/run-in-process.ts';

const DOCS = path.resolve(import.meta.dirname, '../../docs');
const blocks = blocksOf(await readFile(path.join(DOCS, 'comparing.md'), 'utf8'));

/** The pack of the page on the language, and the request of the workplace of commands. */
const documents = blocksOf(await readFile(path.join(DOCS, 'rule-language.md'), 'utf8'))
  .filter(({ info }) => info === 'yaml pack' || info === 'yaml instrument')
  .map(
    ({ info, text }, index) =>
      [info === 'yaml pack' ? 'pack.yaml' : `deed-${String(index)}.yaml`, text] as const,
  );
const REQUEST = `actor: buyer
date: 2025-03-31
acts: [procure-capacity]
facts: { capacity: new, megawatts: 200, own-site: false }
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'compute-rights-'));
  for (const name of ['rules/example', 'amended']) {
    await mkdir(path.join(folder, name), { recursive: true });
    for (const [file, text] of documents)
      await writeFile(path.join(folder, name, file), amendedIn(name, text));
  }
  await writeFile(path.join(folder, 'request.yaml'), REQUEST);
});
afterAll(() => rm(folder, { recursive: true }));

function amendedIn(name: string, text: string): string {
  return name === 'amended' ? text.replace('when: { capacity: new }', 'when: { capacity: existing }') : text;
}

describe('docs/comparing.md', () => {
  test('prints what it shows of recorded decisions, one command after the other', async () => {
    const consoles = blocks.filter(({ info }) => info === 'console');

    for (const { text } of consoles) {
      const [command = '', ...shown] = text.trimEnd().split('\n');
      const { stdout, stderr } = await runInProcess(
        command.replace('$ npx compute-rights ', '').split(' '),
        folder,
      );

      expect(stderr).toBe('');
      const printed = stdout.replaceAll(/\b[0-9a-f]{12}\b/g, '…');
      expect(printed.split('\n').slice(0, shown.length)).toEqual(shown);
    }
    expect(consoles).toHaveLength(2);
  });

  test('shows acknowledged changes as they are read', () => {
    const [shown] = blocks.filter(({ info }) => info === 'yaml');

    expect(readAcknowledgements(shown?.text ?? '', 'agreed.yaml')).toMatchObject({ ok: true });
  });
});
