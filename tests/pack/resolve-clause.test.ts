import { describe, expect, test } from 'vitest';
import { loadPackFiles } from '../../src/pack/load-pack.ts';
import { dayFromIso } from '../../src/vocabulary/day.ts';
import { clauseOf, complaintsAbout, goodPack, goodTexts, instrumentOf } from './good-pack.ts';

describe('whom a clause binds, and to whom it is owed', () => {
  test.each([
    ['kind: exclusivity, holder: seller, grantor: buyer', ['buyer'], ['seller']],
    ['kind: continued-use, holder: seller, grantor: buyer', ['buyer'], ['seller']],
    ['kind: first-refusal, holder: seller, grantor: buyer', ['buyer'], ['seller']],
    ['kind: first-offer, holder: seller, grantor: buyer', ['buyer'], ['seller']],
    ['kind: first-negotiation, holder: seller, grantor: buyer', ['buyer'], ['seller']],
    ['kind: obligation, grantor: buyer', ['buyer'], ['seller', 'rival']],
    ['kind: obligation, grantor: buyer, holder: seller', ['buyer'], ['seller']],
    ['kind: prohibition', ['buyer', 'seller', 'rival'], ['buyer', 'seller', 'rival']],
    ['kind: prohibition, grantor: buyer', ['buyer'], ['seller', 'rival']],
    ['kind: prohibition, grantor: buyer, holder: rival', ['buyer'], ['rival']],
    [
      'kind: precondition, step: { do: ask, by: buyer }, until: { consent-of: seller }',
      ['buyer', 'seller', 'rival'],
      ['buyer', 'seller', 'rival'],
    ],
    ['kind: permission', ['buyer', 'seller', 'rival'], []],
    ['kind: permission, holder: buyer, grantor: seller', ['buyer'], []],
  ])('%s', (keys, binds, owedTo) => {
    const clause = clauseOf(`${keys}, act: procure`, { parties: 'buyer, seller, rival' });

    expect({ binds: clause.binds, owedTo: clause.owedTo }).toEqual({ binds, owedTo });
  });
});

describe('the keys of a kind', () => {
  test.each([
    ['kind: exclusivity, grantor: buyer', 'clause/missing-for-kind'],
    ['kind: first-offer, holder: seller', 'clause/missing-for-kind'],
    ['kind: obligation', 'clause/missing-for-kind'],
    ['kind: precondition, until: { size: small }', 'clause/missing-for-kind'],
    ['kind: precondition, step: { do: ask, by: buyer }', 'clause/missing-for-kind'],
    ['kind: permission, grantor: buyer', 'clause/missing-for-kind'],
    ['kind: permission, procedure: { release: { for: none } }', 'clause/key-of-another-kind'],
    ['kind: permission, step: { do: ask, by: buyer }', 'clause/key-of-another-kind'],
    ['kind: exclusivity, holder: seller, grantor: buyer, providers: rival', 'clause/key-of-another-kind'],
    ['kind: prohibition, duty: deliver', 'clause/key-of-another-kind'],
  ])('%s: %s', (keys, code) => {
    expect(complaintsAbout(`${keys}, act: procure`).map((each) => each.split(' ')[0])).toEqual([code]);
  });
});

describe('the end of a clause', () => {
  const right = 'kind: exclusivity, holder: seller, grantor: buyer, act: procure';

  test.each([
    ['', { is: 'none' }],
    [', until: none', { is: 'none' }],
    [', until: unknown', { is: 'unknown' }],
    [', until: 2026-01-01', { is: 'set', value: dayFromIso('2026-01-01') }],
    [', until: { assume: none, because: so }', { is: 'assumed', limit: { is: 'none' }, because: 'so' }],
  ])('%j', (until, stated) => {
    expect(clauseOf(`${right}${until}`).until).toEqual({ id: 'extra-clause.until', stated });
  });

  test.each([
    [', until: 2026-02-30', 'shape/impossible-date'],
    [', until: 2026', 'shape/wrong-value'],
    [', until: { consent-of: seller }', 'shape/wrong-value'],
  ])('%j: %s', (until, code) => {
    expect(complaintsAbout(`${right}${until}`).map((each) => each.split(' ')[0])).toEqual([code]);
  });
});

describe('a precondition', () => {
  const keys = 'kind: precondition, act: procure, step: { do: ask, by: seller }';

  test('is shown to be met by a scope or by a consent', () => {
    expect(clauseOf(`${keys}, until: { consent-of: seller }`).precondition).toEqual({
      step: { do: 'ask', by: 'seller' },
      until: { is: 'consent', by: 'seller' },
    });
    expect(clauseOf(`${keys}, until: { size: small }`).precondition?.until).toMatchObject({
      is: 'criterion',
    });
    expect(clauseOf(`${keys}, until: { size: small }`).until).toMatchObject({ stated: { is: 'none' } });
  });

  test('has `consent-of` stand alone and name a party', () => {
    expect(complaintsAbout(`${keys}, until: { consent-of: seller, size: small }`)).toEqual([
      expect.stringMatching(/^shape\/unknown-key/),
    ]);
    expect(complaintsAbout(`${keys}, until: { consent-of: other }`)).toEqual([
      expect.stringMatching(/^clause\/undeclared-party/),
    ]);
  });
});

describe('the candidates that a clause names', () => {
  test.each([
    ['', { is: 'any' }],
    [', providers: any', { is: 'any' }],
    [', providers: seller', { is: 'only', parties: ['seller'] }],
    [', providers: [seller, other]', { is: 'only', parties: ['seller', 'other'] }],
    [', providers: { not: seller }', { is: 'all-but', parties: ['seller'] }],
    [', providers: { not: [seller, rival] }', { is: 'all-but', parties: ['seller', 'rival'] }],
  ])('%j', (providers, selection) => {
    expect(clauseOf(`kind: permission, act: procure${providers}`).providers).toEqual(selection);
  });

  test.each(['[]', '{}', '{ not: [] }', '[seller, seller]', '[any]', 'sellers', '{ but: seller }'])(
    '%s is a mistake',
    (providers) => {
      expect(complaintsAbout(`kind: permission, act: procure, providers: ${providers}`)).not.toEqual([]);
    },
  );
});

describe('a carve-out', () => {
  const keys = 'kind: permission, act: procure';

  test('may have a title, a source and carve-outs of its own', () => {
    const inner = 'except: [{ id: inner, when: { size: large } }]';
    const outer = `{ id: outer, title: Outer, when: { size: small }, source: { document: deed, grade: A }, ${inner} }`;

    const [carveOut] = clauseOf(`${keys}, except: [${outer}]`).except;

    expect(carveOut).toMatchObject({ id: 'outer', title: 'Outer', source: { document: 'deed' } });
    expect(carveOut?.except).toMatchObject([{ id: 'inner', except: [] }]);
  });

  test.each([
    ['[]', ['shape/empty']],
    ['[{ id: a }]', ['shape/missing-key']],
    ['[{ when: { size: small } }]', ['shape/missing-key']],
    [
      '[{ id: other, when: { size: small } }, { id: other, when: { size: small } }]',
      Array(2).fill('shape/reserved-id'),
    ],
    [
      '[{ id: a, when: { size: small }, except: [{ id: a, when: { size: large } }] }]',
      ['clause/duplicate-carve-out'],
    ],
    ['[{ id: a, when: { size: small }, source: { document: deed } }]', ['shape/missing-key']],
    ['[{ id: a, when: { size: small }, unless: { size: large } }]', ['shape/unknown-key']],
    ['{ id: a, when: { size: small } }', ['shape/wrong-value']],
  ])('%s: %j', (except, codes) => {
    expect(complaintsAbout(`${keys}, except: ${except}`).map((each) => each.split(' ')[0])).toEqual(codes);
  });
});

describe('a source', () => {
  const keys = 'kind: permission, act: procure';

  test('may be quoted with 25 words and confirmed by others', () => {
    const quote = `confirmed-by: [{ document: deed, grade: A, at: page 2, quote: ${Array(25).fill('word').join(' ')} }]`;

    expect(clauseOf(`${keys}, ${quote}`).confirmedBy).toHaveLength(1);
    expect(complaintsAbout(`${keys}, confirmed-by: []`)).toEqual([expect.stringMatching(/^shape\/empty/)]);
  });

  test('has its number as text, and says what was typed where it is none', () => {
    expect(clauseOf(`${keys}, number: '7.10'`).number).toBe('7.10');
    const checked = loadPackFiles({ ...goodTexts, 'extra.yaml': instrumentOf(`${keys}, number: 7.10`) });
    expect(checked.ok ? [] : checked.diagnostics.map(({ hint }) => hint)).toEqual([
      "write `'7.10'`; without quotes YAML drops final zeros",
    ]);
  });
});

describe('the ids of parameters', () => {
  const scope = (first: string, second: string) =>
    `kind: permission, act: procure, when: { any: [{ ${first} }, { megawatts: { at-least: 2 } }], ${second} }`;

  test('name the clause, the carve-out, the fact and the comparison, and number what repeats', () => {
    const clause = clauseOf(
      `${scope('megawatts: { at-least: 1 }', 'megawatts: { at-least: 3 }')}, except: [{ id: big, when: { megawatts: { more-than: 9 } } }]`,
    );

    expect(idsIn(clause)).toEqual([
      ['extra-clause.megawatts.at-least', 1],
      ['extra-clause.megawatts.at-least-2', 2],
      ['extra-clause.megawatts.at-least-3', 3],
      ['extra-clause.big.megawatts.more-than', 9],
    ]);
  });

  test('do not depend on the order of keys', () => {
    const one =
      'kind: permission, act: procure, when: { megawatts: { at-least: 1, less-than: 9 }, all: [{ megawatts: { at-least: 2 } }] }';
    const other =
      'kind: permission, act: procure, when: { all: [{ megawatts: { at-least: 2 } }], megawatts: { less-than: 9, at-least: 1 } }';

    expect(new Map(idsIn(clauseOf(one)))).toEqual(new Map(idsIn(clauseOf(other))));
  });

  test('are unlike each other across clauses, even where ids with full stops meet', () => {
    const clauses = ['a', 'a.b'].map(
      (id) =>
        `- { id: ${id}, title: T, kind: permission, act: procure, source: { document: deed, grade: A }, when: { megawatts: { at-least: 1 } }, except: [{ id: b, when: { megawatts: { at-least: 2 } } }] }\n`,
    );
    const head = instrumentOf('').split('- {')[0] ?? '';

    const [one = [], other = []] = [clauses, clauses.toReversed()].map((each) =>
      goodPack({ 'extra.yaml': head + each.join('') }).clauses.flatMap(idsIn),
    );

    const ids = one.map(([id]) => id);
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(4);
    expect(other).toEqual(one);
  });
});

/** Every bound in a clause's scopes as id and value. */
function idsIn(part: unknown): readonly (readonly [string, unknown])[] {
  if (typeof part !== 'object' || part === null) return [];
  const { bound } = part as { bound?: { id: string; stated: { value?: unknown } } };
  const own = bound === undefined ? [] : [[bound.id, bound.stated.value] as const];
  return [...own, ...Object.values(part).flatMap(idsIn)];
}
