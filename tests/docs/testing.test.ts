import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCases } from '../../src/regression/read-cases.ts';
import { runCases } from '../../src/regression/run-cases.ts';
import { loadedPack } from '../support/load-documents.ts';
import { blocksOf } from '../support/markdown-blocks.ts';
import { runInProcess } from '../support/run-in-process.ts';
import { runSuiteIn } from '../support/run-suite.ts';
import { complaintsOf } from '../support/schema-complaints.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const DOCS = path.join(ROOT, 'docs');
const page = await readFile(path.join(DOCS, 'testing.md'), 'utf8');
const blocks = blocksOf(page);

/** The pack of the page on the language. */
const documents = blocksOf(await readFile(path.join(DOCS, 'rule-language.md'), 'utf8'))
  .filter(({ info }) => info === 'yaml pack' || info === 'yaml instrument')
  .map(
    ({ info, text }, index) =>
      [info === 'yaml pack' ? 'pack.yaml' : `deed-${String(index)}.yaml`, text] as const,
  );

/** Scenarios for the commands of the page, and the same as they were before the amendment. */
const OFFERS = `pack: example
scenarios:
  - id: unoffered
    request:
      { actor: buyer, date: 2025-03-31, acts: [procure-capacity], facts: { capacity: new, megawatts: 200, own-site: false } }
    expect:
      rival: { outcome: first-refusal }

  - id: unoffered-own-site
    request:
      { actor: buyer, date: 2025-03-31, acts: [procure-capacity], facts: { capacity: new, megawatts: 200, own-site: true } }
    expect:
      rival: { outcome: permitted }
`;

/** The words of the deed that the page shows. */
const HOSTING = `pack: hosting
language: 1
title: Hosting of a product
disclaimer: Invented for this page. Not legal advice.
otherwise: permitted
parties:
  buyer: { name: Buyer Ltd }
  incumbent: { name: Incumbent Cloud, provider: true }
  rival: { name: Rival Cloud, provider: true }
acts:
  distribute: { title: serve the product to customers }
facts:
  customer:
    type: enum
    question: Who is the customer?
    values: { company: a private body, agency: a public body, defence: armed forces and intelligence }
grades: { A: the party's own words }
documents: { deed: { title: Hosting deed, date: 2024-01-01 } }
`;

function blockOf(wanted: string): string {
  return blocks.find(({ info }) => info === wanted)?.text ?? '';
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'compute-rights-'));
  for (const name of ['rules/example', 'scenarios', 'scenarios-2024']) {
    await mkdir(path.join(folder, name), { recursive: true });
  }
  for (const [name, text] of documents) await writeFile(path.join(folder, 'rules/example', name), text);
  await mkdir(path.join(folder, 'hosting/scenarios'), { recursive: true });
  await writeFile(path.join(folder, 'hosting/pack.yaml'), HOSTING);
  await writeFile(path.join(folder, 'hosting/deed.yaml'), blockOf('yaml deed'));
  await writeFile(path.join(folder, 'hosting/scenarios/hosting.yaml'), blockOf('yaml deed-scenarios'));
  await writeFile(path.join(folder, 'scenarios/offers.yaml'), OFFERS);
  await writeFile(
    path.join(folder, 'scenarios-2024/offers.yaml'),
    OFFERS.replace('first-refusal', 'prohibited'),
  );
});
afterAll(() => rm(folder, { recursive: true }));

describe('docs/testing.md', () => {
  test('has blocks of the sorts that are run, and no others', () => {
    expect(new Set(blocks.map(({ info }) => info))).toEqual(
      new Set(['yaml scenarios', 'yaml deed', 'yaml deed-scenarios', 'console', 'ts vitest']),
    );
  });

  test('shows scenarios that hold, and that the schema of the pack accepts', async () => {
    const pack = loadedPack(Object.fromEntries(documents));
    const texts = blocks.filter(({ info }) => info === 'yaml scenarios').map(({ text }) => text);

    for (const text of texts) {
      const report = await runCases(readCases([{ file: 'page.yaml', text, packs: [pack] }]));

      expect(report).toMatchObject({ passed: 8, failed: 0, pending: 0 });
      expect(complaintsOf(pack)('scenarios', text)).toEqual([]);
      expect(page).toContain(report.scenarios[1]?.id);
    }
    expect(texts).toHaveLength(1);
  });

  test('prints what it shows, one command after the other', async () => {
    const consoles = blocks.filter(({ info }) => info === 'console');

    const shown = [];
    for (const { text } of consoles) {
      const printed = [];
      for (const [, command = ''] of text.matchAll(/^\$ npx compute-rights (.*)$/gmu)) {
        const { stdout, stderr } = await runInProcess(command.split(' '), folder);
        printed.push(`$ npx compute-rights ${command}\n${stdout}${stderr}`);
      }
      shown.push(printed.join(''));
    }

    expect(shown).toEqual(consoles.map(({ text }) => text));
    expect(consoles).toHaveLength(4);
  });

  test('shows a suite that passes', { timeout: 60_000 }, async () => {
    const [suite] = blocks.filter(({ info }) => info === 'ts vitest');
    const root = path.join(folder, 'suite');
    await cp(path.join(folder, 'rules'), path.join(root, 'rules'), { recursive: true });
    await cp(path.join(folder, 'scenarios'), path.join(root, 'scenarios'), { recursive: true });
    await mkdir(path.join(root, 'node_modules'));
    await symlink(ROOT, path.join(root, 'node_modules/compute-rights'));
    await symlink(path.join(ROOT, 'node_modules/vitest'), path.join(root, 'node_modules/vitest'));
    await writeFile(path.join(root, 'page.test.ts'), suite?.text ?? '');

    expect(runSuiteIn(root)).toEqual({ passed: 3, failures: [] });
  });
});
