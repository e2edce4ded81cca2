import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPack, loadPackFiles } from '../../src/pack/load-pack.ts';
import { LIMITS } from '../../src/pack/written/limits.ts';
import { codesOf, complaints, goodPack, goodTexts, instrumentOf, valueOf } from './good-pack.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'compute-rights-'));
  for (const [name, text] of Object.entries(goodTexts)) writeFileSync(join(folder, name), text);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a folder', () => {
  test('loads, whatever else lies in it', async () => {
    const own = copyOfFolder('else', { 'notes.md': '# Notes', 'pack.yaml.bak': '[', '.hidden': '[' });
    mkdirSync(join(own, 'inner.d'));
    writeFileSync(join(own, 'inner.d', 'inner.yaml'), '[');

    expect(valueOf(await loadPack(own))).toEqual(goodPack());
  });

  test('loads `.yml` files too, with byte order marks and Windows line ends', async () => {
    const windows = `\uFEFF${instrumentOf('kind: permission, act: procure').replaceAll('\n', '\r\n')}`;
    const own = copyOfFolder('windows', { 'extra.yml': windows });

    expect(valueOf(await loadPack(own)).clauses.map(({ id }) => id)).toContain('extra-clause');
  });

  test('has links, folders and bytes that are no text named one by one', async () => {
    const own = copyOfFolder('odd', { 'binary.yaml': Buffer.from([0xff, 0xfe, 0x00, 0x41]) });
    mkdirSync(join(own, 'folder.yaml'));
    symlinkSync('/etc/passwd', join(own, 'link.yaml'));
    symlinkSync('nowhere', join(own, 'dangling.yaml'));

    expect(complaints(await loadPack(own))).toEqual([
      `file/not-text ${join(own, 'binary.yaml')}`,
      `file/not-a-file ${join(own, 'dangling.yaml')}`,
      `file/not-a-file ${join(own, 'folder.yaml')}`,
      `file/not-a-file ${join(own, 'link.yaml')}`,
    ]);
  });

  test('has its files named with the folder', async () => {
    const own = copyOfFolder('wrong', { 'wrong.yaml': 'a: [' });

    expect(complaints(await loadPack(own))).toEqual([
      expect.stringContaining(`${join(own, 'wrong.yaml')}:1:`),
    ]);
  });

  test('is read within bounds', async () => {
    const bounds = { files: 100, fileSize: 100_000, packSize: 100_000, tokens: 1000 };

    expect(codesOf(await loadPack(folder, { ...bounds, files: 2 }))).toEqual(['file/too-many']);
    expect(codesOf(await loadPack(folder, { ...bounds, fileSize: 200 }))).toEqual(
      Array(3).fill('file/too-large'),
    );
    expect(codesOf(await loadPack(folder, { ...bounds, packSize: 1200, tokens: 1000 }))).toEqual([
      'file/too-large',
    ]);
    expect((await loadPack(folder, bounds)).ok).toBe(true);
  });

  test('is named as a whole where it has too much, or no vocabulary, as texts too', () => {
    const texts = Object.fromEntries(
      Object.entries(goodTexts).map(([name, text]) => [`rules/${name}`, text]),
    );
    const { 'rules/pack.yaml': _, ...instruments } = texts;

    expect(complaints(loadPackFiles(texts, { ...LIMITS, files: 2 }))).toEqual(['file/too-many rules']);
    expect(complaints(loadPackFiles(goodTexts, { ...LIMITS, packSize: 9 }))).toEqual(['file/too-large .']);
    expect(complaints(loadPackFiles(instruments))).toEqual(['file/no-pack rules']);
    expect(complaints(loadPackFiles({}))).toEqual(['file/no-pack .']);
  });

  test.each(['/nowhere/at/all', '/etc/passwd', '\0', ''])('%j is none', async (path) => {
    expect(codesOf(await loadPack(path))).toEqual(['file/unreadable']);
  });

  function copyOfFolder(name: string, more: Readonly<Record<string, string | Buffer>>): string {
    const own = join(folder, name);
    mkdirSync(own);
    for (const [file, content] of Object.entries({ ...goodTexts, ...more }))
      writeFileSync(join(own, file), content);
    return own;
  }
});

describe('a pack', () => {
  const instrument = instrumentOf(
    'kind: permission, act: procure, when: { size: small, megawatts: { at-least: 1 } }',
  );

  test('is frozen through and through', () => {
    const pack = goodPack();
    const parts = [
      pack,
      pack.parties,
      pack.facts[0]?.type,
      pack.clauses[0]?.when,
      pack.clauses[0]?.until.stated,
    ];

    expect(parts.every((part) => part !== undefined && Object.isFrozen(part))).toBe(true);
  });

  test('is the same under other file names and in another file order', () => {
    const { 'deed.yaml': deed = '', 'offers.yaml': offers = '', 'pack.yaml': pack = '' } = goodTexts;

    const moved = valueOf(loadPackFiles({ 'z.yaml': deed, 'pack.yaml': pack, 'a.yaml': offers }));

    expect(moved).toEqual(goodPack());
  });

  test('keeps its digest under another key order, layout, comment and order of clauses', () => {
    const { digest } = goodPack({ 'extra.yaml': instrument });
    const reordered = instrument
      .replace(
        'title: Extra\nparties: [buyer, seller]',
        '# new\nparties:   [ buyer, seller ]\ntitle: "Extra"',
      )
      .replace('size: small, megawatts: { at-least: 1 }', 'megawatts: { at-least: 1.0 }, size: small');
    const offers = goodTexts['offers.yaml'] ?? '';
    const second = offers.indexOf('  - id: rival-second');
    const first = offers.indexOf('  - id: seller-first');
    const swapped = offers.slice(0, first) + offers.slice(second) + offers.slice(first, second);

    expect(reordered).not.toBe(instrument);
    expect(goodPack({ 'extra.yaml': reordered }).digest).toBe(digest);
    expect(goodPack({ 'extra.yaml': instrument, 'offers.yaml': swapped }).digest).toBe(digest);
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
  });

  test('has another digest with any other content', () => {
    const digests = [
      goodPack(),
      goodPack({ 'extra.yaml': instrument }),
      goodPack({ 'extra.yaml': instrument.replace('at-least: 1', 'at-least: 2') }),
      goodPack({ 'extra.yaml': instrument.replace('title: Extra', 'title: Other') }),
    ].map(({ digest }) => digest);

    expect(new Set(digests).size).toBe(digests.length);
  });

  test('has its clauses by first day in force, then by id', () => {
    const earlier = instrument.replace('2025-01-01', '2023-01-01');

    const { clauses, instruments } = goodPack({ 'extra.yaml': earlier });

    expect(clauses.map(({ id }) => id)).toEqual(['extra-clause', 'rival-second', 'seller-first', 'supply']);
    expect(instruments.map(({ id }) => id)).toEqual(['extra', 'deed', 'offers']);
  });

  test('knows for each clause which instruments end it', () => {
    const amendment = (id: string): string =>
      `instrument: ${id}\ntitle: End\nparties: [buyer, seller]\nbasis: text\neffective: { from: 2026-01-01 }\nends: [supply]\n`;

    const { clauses } = goodPack({ 'a.yaml': amendment('second-end'), 'b.yaml': amendment('end') });

    expect(clauses.find(({ id }) => id === 'supply')?.endedBy).toEqual(['end', 'second-end']);
  });

  test('may have ids that are properties of objects elsewhere', () => {
    const { 'pack.yaml': pack = '' } = goodTexts;
    const hostile = pack.replace('price:', 'constructor:').replace('procure:', 'toString:');

    const checked = loadPackFiles({ 'pack.yaml': hostile });

    expect(valueOf(checked).facts.map(({ id }) => id)).toContain('constructor');
  });

  test('has no key `__proto__`, wherever it is written', () => {
    const { 'pack.yaml': pack = '', ...others } = goodTexts;
    const proto = '__proto__: { name: Polluted }';

    const declared = { ...others, 'pack.yaml': pack.replace('parties:\n', `parties:\n  ${proto}\n`) };
    const inClause = {
      ...goodTexts,
      'extra.yaml': instrument.replace('size: small', `size: small, ${proto}`),
    };
    const inInstrument = { ...goodTexts, 'extra.yaml': `${instrument}__proto__: 1\n` };

    expect(codesOf(loadPackFiles(declared))).toEqual(['shape/bad-id']);
    expect(codesOf(loadPackFiles(inClause))).toEqual(['clause/undeclared-fact']);
    expect(codesOf(loadPackFiles(inInstrument))).toEqual(['shape/unknown-key']);
    expect('name' in {}).toBe(false);
  });
});

describe('the mistakes of a pack', () => {
  test('are all collected, by file, line and column', () => {
    const files = {
      'z.yaml': instrumentOf('kind: permission, act: sell'),
      'deed.yaml': (goodTexts['deed.yaml'] ?? '')
        .replace('holder: seller', 'holder: sellr')
        .replace('kind: exclusivity', 'kind: exclusive'),
      'pack.yaml': (goodTexts['pack.yaml'] ?? '').replace('type: date', 'type: day'),
    };

    expect(complaints(loadPackFiles({ ...goodTexts, ...files }))).toEqual([
      'shape/wrong-value deed.yaml:9:11',
      'clause/undeclared-party deed.yaml:10:13',
      'shape/wrong-value pack.yaml:16:21',
      'clause/undeclared-act z.yaml:7:98',
    ]);
  });

  test('are not repeated where something badly declared is used', () => {
    const pack = (goodTexts['pack.yaml'] ?? '').replace(
      'values: { small: up to ten, large: more }',
      'valus: {}',
    );
    const use = instrumentOf('kind: permission, act: procure, when: { size: huge }');

    expect(complaints(loadPackFiles({ ...goodTexts, 'pack.yaml': pack, 'extra.yaml': use }))).toEqual([
      'shape/unknown-key pack.yaml:13:46',
    ]);
  });

  test('are not repeated where a whole section or file could not be read', () => {
    const uses = instrumentOf(
      'kind: permission, act: procure, when: { size: small }, notwithstanding: [supply]',
    );
    const without = (name: string, text: string) =>
      codesOf(loadPackFiles({ ...goodTexts, 'extra.yaml': uses, [name]: text }));

    expect(without('deed.yaml', '[')).toEqual(['yaml/syntax']);
    expect(without('pack.yaml', '[')).toEqual(['yaml/syntax']);
    expect(without('pack.yaml', (goodTexts['pack.yaml'] ?? '').replace('facts:', 'fact:'))).toEqual([
      'shape/unknown-key',
    ]);
    expect(without('deed.yaml', (goodTexts['deed.yaml'] ?? '').replace('clauses:', 'clause:'))).toEqual([
      'shape/unknown-key',
    ]);
    expect(without('deed.yaml', (goodTexts['deed.yaml'] ?? '').replace('id: supply', 'id: 7'))).toEqual([
      'shape/wrong-value',
    ]);
  });

  test('are given once where a required key is misspelt', () => {
    const misspell = (key: string, as: string) =>
      codesOf(loadPackFiles({ ...goodTexts, 'deed.yaml': (goodTexts['deed.yaml'] ?? '').replace(key, as) }));

    expect(misspell('    kind:', '    knid:')).toEqual(['shape/unknown-key']);
    expect(misspell('grantor:', 'grntor:')).toEqual(['shape/unknown-key']);
    expect(misspell('effective:', 'efective:')).toEqual(['shape/unknown-key']);
    expect(misspell('source:', 'sources:')).toEqual(['shape/unknown-key']);
  });

  test('in two files with the same name for the pack are named', () => {
    const checked = loadPackFiles({
      'a/pack.yaml': goodTexts['pack.yaml'] ?? '',
      'b/pack.yaml': goodTexts['pack.yaml'] ?? '',
    });

    expect(checked.ok).toBe(false);
  });
});

describe('a large pack', () => {
  test('loads within seconds, and so does one with a mistake in every clause', () => {
    const clauses = (misspell: boolean) =>
      Array.from({ length: 3000 }, (_, index) => {
        const below = index === 0 ? 'supply' : `c${String(index - 1)}`;
        const keys = `kind: permission, act: procure, subject-to: [${misspell ? `x${below}` : below}]`;
        return `- { id: c${String(index)}, title: T, source: { document: deed, grade: A }, ${keys} }\n`;
      }).join('');
    const head = instrumentOf('').split('- {')[0] ?? '';

    const good = loadPackFiles({ ...goodTexts, 'extra.yaml': head + clauses(false) });
    const bad = loadPackFiles({ ...goodTexts, 'extra.yaml': head + clauses(true) });

    expect(valueOf(good).clauses).toHaveLength(3003);
    expect(codesOf(bad)).toEqual(Array(3000).fill('clause/unknown-clause'));
  }, 30_000);
});
