import { describe, expect, test } from 'vitest';
import { loadPackFiles } from '../../src/pack/load-pack.ts';
import { complaintsAbout, goodTexts } from './good-pack.ts';

/** Clauses by id with the keys of precedence of each, in one instrument of all parties. */
function load(clauses: Readonly<Record<string, string>>): readonly string[] {
  const head =
    'instrument: extra\ntitle: Extra\nparties: [buyer, seller, rival]\nbasis: text\neffective: { from: 2025-01-01 }\n';
  const lines = Object.entries(clauses).map(
    ([id, keys]) =>
      `- { id: ${id}, title: T, kind: permission, act: procure, source: { document: deed, grade: A }${keys} }\n`,
  );
  const checked = loadPackFiles({ ...goodTexts, 'extra.yaml': `${head}clauses:\n${lines.join('')}` });
  return checked.ok
    ? []
    : checked.diagnostics.map(({ message, place }) => `${String(place?.line)}: ${message}`);
}

describe('precedence', () => {
  test('may be a chain, however long, and may be written twice', () => {
    const chain = Array.from({ length: 2000 }, (_, index) => [
      `c${String(index)}`,
      index === 0 ? '' : `, notwithstanding: [c${String(index - 1)}]`,
    ]);

    expect(load(Object.fromEntries(chain) as Record<string, string>)).toEqual([]);
    expect(load({ a: ', notwithstanding: [b]', b: ', subject-to: [a]' })).toEqual([]);
  });

  test('goes in a circle over both keys', () => {
    expect(
      load({ a: ', notwithstanding: [b]', b: ', notwithstanding: [c]', c: ', notwithstanding: [a]' }),
    ).toEqual(['7: precedence goes in a circle: `a` over `b` over `c` over `a`']);
    expect(load({ a: ', notwithstanding: [b], subject-to: [b]', b: '' })).toEqual([
      '7: precedence goes in a circle: `a` over `b` over `a`',
    ]);
  });

  test('over itself is a circle of one', () => {
    expect(load({ a: ', notwithstanding: [a]' })).toEqual(['7: `a` prevails over itself']);
    expect(load({ a: ', subject-to: [a]' })).toEqual(['7: `a` prevails over itself']);
  });

  test('has one error for each circle, and none for clauses beside them', () => {
    const circles = {
      a: ', notwithstanding: [b]',
      b: ', notwithstanding: [a, between]',
      between: ', notwithstanding: [c]',
      c: ', notwithstanding: [d]',
      d: ', notwithstanding: [c, below]',
      below: '',
      above: ', notwithstanding: [a]',
    };

    expect(load(circles)).toEqual([
      '7: precedence goes in a circle: `a` over `b` over `a`',
      '10: precedence goes in a circle: `c` over `d` over `c`',
    ]);
  });
});

describe('assent', () => {
  const permission = 'kind: permission, act: procure, notwithstanding: [supply]';

  test('is given by the parties to the instrument and those that assented', () => {
    expect(complaintsAbout(permission)).toEqual([]);
    expect(complaintsAbout(permission, { parties: 'buyer, rival', more: 'assented-by: [seller]\n' })).toEqual(
      [],
    );
    expect(complaintsAbout(permission, { parties: 'buyer, rival' })).toEqual([
      expect.stringMatching(/^clause\/without-assent extra\.yaml:7:/),
    ]);
  });

  test('is not needed by a clause that yields, nor to prevail over a permission', () => {
    const yields = 'kind: permission, act: procure, subject-to: [supply]';

    expect(complaintsAbout(yields, { parties: 'buyer, rival' })).toEqual([]);
    expect(load({ free: '', over: ', notwithstanding: [free]' })).toEqual([]);
  });

  test('is needed of every party to whom a prohibition without a holder is owed', () => {
    const ban = 'kind: prohibition, grantor: buyer, act: procure';
    const files = (parties: string) => ({
      ...goodTexts,
      'ban.yaml': `instrument: ban\ntitle: Ban\nparties: [buyer, seller, rival]\nbasis: text\neffective: { from: 2024-01-01 }\nclauses:\n- { id: ban, title: Ban, source: { document: deed, grade: A }, ${ban} }\n`,
      'end.yaml': `instrument: end\ntitle: End\nparties: [${parties}]\nbasis: text\neffective: { from: 2025-01-01 }\nends: [ban]\n`,
    });

    expect(loadPackFiles(files('buyer, seller, rival')).ok).toBe(true);
    expect(loadPackFiles(files('seller, rival')).ok).toBe(true);
    const checked = loadPackFiles(files('buyer, seller'));
    expect(checked.ok ? [] : checked.diagnostics.map(({ message }) => message)).toEqual([
      '`ban` is owed to `rival`, no party to `end`',
    ]);
  });
});
