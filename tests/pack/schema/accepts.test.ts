import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkRequest } from '../../../src/pack/check-request.ts';
import { loadPackFiles } from '../../../src/pack/load-pack.ts';
import type { DocumentKind } from '../../../src/pack/schema/schemas-of-pack.ts';
import { pairs } from '../../support/generate-pairs.ts';
import { filesOf } from '../../support/generate-packs.ts';
import { complaintsOf } from '../../support/schema-complaints.ts';
import { runs, SEED } from '../../support/seed.ts';
import { goodTexts, textsIn, valueOf } from '../good-pack.ts';

const SEMANTICS = path.resolve(import.meta.dirname, '../../../fixtures/semantics');
const documented = [
  ...readFileSync('docs/rule-language.md', 'utf8').matchAll(/^```yaml (\w+)\n([\s\S]*?)^```$/gm),
];

describe('what the loader accepts, the schemas of its pack accept', () => {
  test('of any pack and any request to it', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(pairs, ({ pack: documents, request }) => {
        const files = filesOf(documents);
        const complaints = complaintsOf(valueOf(loadPackFiles(files)));

        const all = [
          ...Object.entries(files).flatMap(([name, text]) => complaints(kindOf(name), text)),
          ...complaints('request', JSON.stringify(request)),
          ...complaints('scenarios', scenariosOf(request)),
        ];

        expect(all).toEqual([]);
      }),
      { seed: SEED, numRuns: runs(30) },
    );
  });

  test.each(readdirSync(path.join(SEMANTICS, 'rules')))('of the pack %s and its cases', (name) => {
    const texts = textsIn(path.join(SEMANTICS, 'rules', name));
    const complaints = complaintsOf(valueOf(loadPackFiles(texts)));
    const files = readdirSync(path.join(SEMANTICS, 'cases')).filter((file) => isOf(name, file));
    const cases = files.map((file) => readFileSync(path.join(SEMANTICS, 'cases', file), 'utf8'));

    expect(Object.entries(texts).flatMap(([file, text]) => complaints(kindOf(file), text))).toEqual([]);
    expect(cases.flatMap((text) => complaints('scenarios', text))).toEqual([]);
    expect(cases.length).toBeGreaterThan(0);
  });

  test('of every document on the page about the language', () => {
    const blocks = documented.map(([, kind = '', text = '']) => ({ kind, text }));
    const files = blocks.filter(({ kind }) => kind === 'pack' || kind === 'instrument');
    const named = files.map(({ kind, text }, index) => [
      kind === 'pack' ? 'pack.yaml' : `i${String(index)}.yaml`,
      text,
    ]);
    const complaints = complaintsOf(valueOf(loadPackFiles(Object.fromEntries(named))));

    const whole = blocks.filter(({ kind }) => !PARTS.includes(kind));
    expect(whole.length).toBeGreaterThanOrEqual(5);
    expect(whole.flatMap(({ kind, text }) => complaints(kind as DocumentKind, text))).toEqual([]);
  });
});

test('a notice may leave out whose it is where one party holds all first rights, as for the loader', () => {
  const noTo = { actor: 'buyer', date: '2025-06-01', acts: ['procure'], opportunity: DEAL };
  const twoHolders = loadPackFiles(goodTexts);
  const oneHolder = loadPackFiles({
    ...goodTexts,
    'offers.yaml': (goodTexts['offers.yaml'] ?? '').replace('holder: rival', 'holder: seller'),
  });

  const refused = [twoHolders, oneHolder].map((pack) => {
    const complaints = complaintsOf(valueOf(pack))('request', JSON.stringify(noTo));
    return [checkRequest(valueOf(pack), noTo).ok, complaints.length === 0];
  });

  expect(refused).toEqual([
    [false, false],
    [true, true],
  ]);
});

const DEAL = { id: 'deal', counterparty: 'rival', events: [{ notice: '2025-03-01' }] };

describe('the schema of pack.yaml', () => {
  test('lets words pass that the pack did not have when it was made', { timeout: 120_000 }, () => {
    const packs = fc.tuple(pairs, pairs).map((both) => both.map(({ pack }) => filesOf(pack)));
    fc.assert(
      fc.property(packs, ([before = {}, after = {}]) => {
        const complaints = complaintsOf(valueOf(loadPackFiles(before)));

        expect(complaints('pack', after['pack.yaml'] ?? '')).toEqual([]);
        expect(complaints('pack', readFileSync('rules/openai/pack.yaml', 'utf8'))).toEqual([]);
      }),
      { seed: SEED, numRuns: runs(10) },
    );
  });
});

function kindOf(file: string): DocumentKind {
  return file === 'pack.yaml' ? 'pack' : 'instrument';
}

function scenariosOf(request: unknown): string {
  const scenario = { id: 'one', request, expect: { alpha: { outcome: 'permitted', 'turns-on': ['R-1'] } } };
  return JSON.stringify({ pack: 'generated', scenarios: [scenario] });
}

/** Tags of blocks that are a part of a document. */
const PARTS = ['fragment', 'words', 'record'];

/** The cases of a pack may lie in several files. */
function isOf(pack: string, file: string): boolean {
  return file === `${pack}.yaml` || file.startsWith(`${pack}-`);
}
