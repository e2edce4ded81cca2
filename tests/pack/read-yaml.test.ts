import { describe, expect, test } from 'vitest';
import { readYaml } from '../../src/pack/written/read-yaml.ts';
import { complaints, valueOf } from './good-pack.ts';

describe('YAML that is accepted', () => {
  test.each([
    ['a byte order mark', '\uFEFFa: 1\n', { a: 1 }],
    ['Windows line ends', 'a: 1\r\nb: [x,\r\n  y]\r\n', { a: 1, b: ['x', 'y'] }],
    ['JSON', '{"a": [1, true, null, "x"], "b": {}}', { a: [1, true, null, 'x'], b: {} }],
    ['a document start and end', '---\na: 1\n...\n', { a: 1 }],
    ['text in any script', 'a: "日本語 🏢 ﷽"\n', { a: '日本語 🏢 ﷽' }],
    ['keys that are no text elsewhere', '7.10: a\ntrue: b\nnull: c\n', { '7.10': 'a', true: 'b', null: 'c' }],
    ['days and yes as text', 'a: 2025-01-31\nb: yes\n', { a: '2025-01-31', b: 'yes' }],
    ['a merge key as an ordinary key', '<<: { a: 1 }\n', { '<<': { a: 1 } }],
    ['an alias', 'a: &x [1]\nb: *x\n', { a: [1], b: [1] }],
    ['yes as text even where the file asks for an older YAML', '%YAML 1.1\n---\na: yes\n', { a: 'yes' }],
  ])('has %s', (_, text, data) => {
    expect(plain(valueOf(readYaml(text, 'a.yaml')).data)).toEqual(data);
  });

  test('gives maps without a prototype, so that no key reaches one', () => {
    const { data } = valueOf(readYaml('__proto__: { polluted: true }\nconstructor: 1\n', 'a.yaml'));

    expect(Object.getPrototypeOf(data)).toBeNull();
    expect(Object.keys(data as object)).toEqual(['__proto__', 'constructor']);
    expect('polluted' in {}).toBe(false);
  });
});

describe('YAML that is refused', () => {
  test.each([
    ['an unclosed bracket', 'a: [1\nb: 2\n', 'yaml/syntax a.yaml:2:1'],
    ['a tab for indentation', 'a:\n\tb: 1\n', 'yaml/syntax a.yaml:2:1'],
    ['a second colon', 'a: b: c\n', 'yaml/syntax a.yaml:1:4'],
    ['nothing', '', 'yaml/empty a.yaml:1:1'],
    ['a comment only', '# a\n', 'yaml/empty a.yaml:1:1'],
    ['a null only', '~\n', 'yaml/empty a.yaml:1:1'],
    ['a document start only', '---\n', 'yaml/empty a.yaml:1:1'],
    ['two documents', 'a: 1\n---\nb: 1\n', 'yaml/several-documents a.yaml:2:1'],
    ['a key twice', 'a: 1\nb: { c: 1, "c": 2 }\n', 'yaml/duplicate-key a.yaml:2:12'],
    ['a NUL', 'a: 1\nb: \0\n', 'file/not-text a.yaml:2:4'],
    ['half a surrogate pair', 'a: "\\uD800"\n', 'file/not-text a.yaml:1:4'],
    ['a tag', 'a: !!binary aGk=\n', 'yaml/tag a.yaml:1:13'],
    ['a tag of its own', 'a: !secret x\n', 'yaml/tag a.yaml:1:4'],
    ['a map as a key', '{ a: 1 }: 2\n', 'yaml/key a.yaml:1:1'],
    ['an alias as a key', 'a: &x b\n*x : 2\n', 'yaml/key a.yaml:2:1'],
    ['an alias without an anchor', 'a: *x\n', 'yaml/aliases a.yaml:1:4'],
    ['an alias inside what it repeats', 'a: &x { b: *x }\n', 'yaml/aliases a.yaml:1:12'],
  ])('has %s', (_, text, complaint) => {
    expect(complaints(readYaml(text, 'a.yaml'))).toEqual([complaint]);
  });

  test('has aliases of aliases that would fill the memory', () => {
    const levels = Array.from({ length: 9 }, (_, level) => {
      const item = level === 0 ? '"lol"' : `*l${String(level - 1)}`;
      return `l${String(level)}: &l${String(level)} [${Array(9).fill(item).join(', ')}]\n`;
    });

    expect(complaints(readYaml(levels.join(''), 'a.yaml'))).toEqual([
      expect.stringMatching(/^yaml\/aliases a\.yaml:/),
    ]);
  });

  test.each([
    ['in brackets', '['.repeat(100_000)],
    ['in closed brackets', '['.repeat(2000) + ']'.repeat(2000)],
    ['in braces', '{ a: '.repeat(10_000)],
    ['in dashes', `${'- '.repeat(2000)}a`],
    ['in lines', Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
    ['in question marks', '? '.repeat(2000)],
  ])('is too deep %s', (_, text) => {
    expect(complaints(readYaml(text, 'a.yaml'))).toEqual([expect.stringMatching(/^yaml\/too-deep a\.yaml/)]);
  });

  test('is too deep from the sixty-fifth level on', () => {
    const tower = (levels: number) =>
      Array.from({ length: levels }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n');

    expect(complaints(readYaml(tower(64), 'a.yaml'))).toEqual([]);
    expect(complaints(readYaml(tower(65), 'a.yaml'))).toEqual(['yaml/too-deep a.yaml:65:67']);
    expect(complaints(readYaml('['.repeat(64) + ']'.repeat(64), 'a.yaml'))).toEqual([]);
    expect(complaints(readYaml('['.repeat(65) + ']'.repeat(65), 'a.yaml'))).toEqual([
      'yaml/too-deep a.yaml:1:65',
    ]);
  });

  test('is too large', () => {
    expect(complaints(readYaml(`a: ${'x'.repeat(2_000_000)}`, 'a.yaml'))).toEqual(['file/too-large a.yaml']);
    expect(complaints(readYaml(`[${','.repeat(700_000)}]`, 'a.yaml'))).toEqual(['file/too-large a.yaml']);
  });

  test('is no text at all', () => {
    expect(complaints(readYaml(undefined as unknown as string, 'a.yaml'))).toEqual(['file/not-text a.yaml']);
  });
});

describe('a place in YAML', () => {
  const written = valueOf(readYaml('\uFEFFa: 1\r\nb:\r\n  - c: 7.10\r\n    d:\r\n', 'a.yaml'));

  test.each([
    [['a'], 'value', '1:4'],
    [['a'], 'key', '1:1'],
    [['b', 0, 'c'], 'value', '3:8'],
    [['b', 0, 'd'], 'value', '4:5'],
    [['b', 0, 'missing'], 'value', '3:5'],
    [['b', 7], 'value', '3:3'],
  ] as const)('of %j, its %s, is %s', (path, part, expected) => {
    const found = written.placeOf(path, part);

    expect('place' in found ? `${String(found.place.line)}:${String(found.place.column)}` : '').toBe(
      expected,
    );
  });

  test('has the line without its end, and scalars as they were typed', () => {
    const found = written.placeOf(['a'], 'value');

    expect(found).toMatchObject({ place: { lineText: 'a: 1', length: 1 } });
    expect(written.sourceOf(['b', 0, 'c'])).toBe('7.10');
  });

  test('has only a part of a line that is very long', () => {
    const long = valueOf(readYaml(`a: [${'x, '.repeat(10_000)}y]`, 'a.yaml'));

    const found = long.placeOf(['a', 10_000], 'value');

    expect(found).toMatchObject({ place: { column: 30_005, lineTextFrom: 29_925 } });
    expect('place' in found && found.place.lineText.length).toBeLessThan(300);
  });
});

/** The same data in maps that have the ordinary prototype. */
function plain(data: unknown): unknown {
  return JSON.parse(JSON.stringify(data));
}
