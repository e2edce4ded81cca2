import { describe, expect, test } from 'vitest';
import { loadPackFiles } from '../../src/pack/load-pack.ts';
import type { Clause } from '../../src/pack/pack.ts';
import { complaints, goodPack, goodTexts } from './good-pack.ts';

/** An amendment of the good pack's `supply`, which is owed to the seller, on a day of 2025. */
function amendment(
  id: string,
  month: string,
  more: string,
  { parties = 'buyer, seller', band = '' } = {},
): Readonly<Record<string, string>> {
  const head = `instrument: ${id}\ntitle: Amendment\nparties: [${parties}]\nbasis: text\n`;
  return { [`${id}.yaml`]: `${head}effective: { from: 2025-${month}-01${band} }\n${more}\n` };
}

const SOURCE = 'source: { document: deed, grade: A }';
const first = amendment('first', '01', `amends: [{ clause: supply, title: Supply of little, ${SOURCE} }]`);
const second = amendment(
  'second',
  '06',
  `waives: [{ clause: supply, id: own, when: { size: small }, ${SOURCE} }]`,
);

function versions(files: Readonly<Record<string, string>>): readonly Clause[] {
  return goodPack(files).clauses.filter(({ id, lineage }) => id === 'supply' || lineage === 'supply');
}

function complaintsAt(files: Readonly<Record<string, string>>): readonly string[] {
  return complaints(loadPackFiles({ ...goodTexts, ...files }));
}

describe('an amended clause', () => {
  test('stands in place of the version before it, in the order of the dates', () => {
    const line = versions({ ...second, ...first });

    expect(line.map(({ id, endedBy, title }) => [id, endedBy, title])).toEqual([
      ['supply', ['first'], 'Exclusive supply'],
      ['supply@first', ['second'], 'Supply of little'],
      ['supply@second', [], 'Supply of little'],
    ]);
    expect(line.map(({ except }) => except.map(({ id }) => id))).toEqual([[], [], ['own']]);
  });

  test('ends in all its versions', () => {
    const line = versions({ ...first, ...amendment('last', '09', 'ends: [supply]') });

    expect(line.map(({ endedBy }) => endedBy)).toEqual([['last', 'first'], ['last']]);
  });

  test('is reached by references to its first id', () => {
    const clause = `{ id: over, title: Over, kind: permission, act: procure, notwithstanding: [supply], subject-to: [supply], ${SOURCE} }`;
    const files = {
      ...first,
      ...amendment('more', '01', `clauses: [${clause.replace(', subject-to: [supply]', '')}]`),
    };

    const over = goodPack(files).clauses.find(({ id }) => id === 'over');

    expect(over?.notwithstanding).toEqual(['supply', 'supply@first']);
  });

  test('survives in its last version only', () => {
    const deed = (goodTexts['deed.yaml'] ?? '').replace(
      'act: procure',
      'act: procure\n    survives: 6 months',
    );

    const line = versions({ 'deed.yaml': deed, ...first });

    expect(line.map(({ survives }) => survives?.stated.is)).toEqual([undefined, 'set']);
  });

  test('binds and is owed to the parties of the instrument that first wrote it', () => {
    const written = `clauses: [{ id: bar, title: Bar, kind: prohibition, act: procure, ${SOURCE} }]`;
    const files = {
      ...amendment('early', '01', written, { parties: 'buyer, seller, rival' }),
      ...amendment('late', '02', `amends: [{ clause: bar, title: Less, ${SOURCE} }]`, {
        parties: 'buyer, seller]\nassented-by: [rival',
      }),
    };

    const bars = goodPack(files).clauses.filter(({ id }) => id.startsWith('bar'));

    expect(bars.map(({ binds, owedTo }) => [binds, owedTo])).toEqual([
      [
        ['buyer', 'seller', 'rival'],
        ['buyer', 'seller', 'rival'],
      ],
      [
        ['buyer', 'seller', 'rival'],
        ['buyer', 'seller', 'rival'],
      ],
    ]);
  });

  test('has the same digest however its changes are ordered', () => {
    const one = `{ clause: supply, id: own, when: { size: small }, ${SOURCE} }`;
    const other = `{ clause: supply, id: less, when: { size: large }, ${SOURCE} }`;
    const digests = [
      [one, other],
      [other, one],
    ].map((list) => goodPack(amendment('both', '01', `waives: [${list.join(', ')}]`)).digest);

    expect(new Set(digests).size).toBe(1);
    expect(digests[0]).not.toBe(goodPack().digest);
  });

  test('has the same carve-outs however those that are added are ordered', () => {
    const one = `{ clause: supply, id: own, when: { size: small }, ${SOURCE} }`;
    const other = `{ clause: supply, id: less, when: { size: large }, ${SOURCE} }`;
    const lines = [
      [one, other],
      [other, one],
    ].map((list) => versions(amendment('both', '01', `waives: [${list.join(', ')}]`)));

    expect(lines[0]).toEqual(lines[1]);
  });
});

describe('an amendment with one mistake gives one diagnostic', () => {
  test.each([
    [`amends: [{ clause: suply, title: T, ${SOURCE} }]`, 'instrument/unknown-clause bad.yaml:6:20'],
    ['amends: [{ clause: supply, title: T }]', 'shape/missing-key bad.yaml:6:10'],
    [`amends: [{ title: T, ${SOURCE} }]`, 'shape/missing-key bad.yaml:6:10'],
    [`amends: [{ clause: supply, colour: red, ${SOURCE} }]`, 'shape/unknown-key bad.yaml:6:28'],
    [
      `amends: [{ clause: supply, when: { szie: small }, ${SOURCE} }]`,
      'clause/undeclared-fact bad.yaml:6:36',
    ],
    [`amends: [{ clause: supply, holder: buyer, ${SOURCE} }]`, 'clause/holder-is-grantor deed.yaml:11:14'],
    [
      `amends: [{ clause: supply, step: { do: it, by: buyer }, ${SOURCE} }]`,
      'clause/key-of-another-kind bad.yaml:6:28',
    ],
    [`amends: [{ clause: supply, title: null, ${SOURCE} }]`, 'shape/wrong-value bad.yaml:6:35'],
    ['amends: [supply]', 'shape/wrong-value bad.yaml:6:10'],
    [
      `amends: [{ clause: supply, notwithstanding: [supply], ${SOURCE} }]`,
      'clause/precedence-cycle bad.yaml:6:46',
    ],
    [`waives: [{ clause: supply, id: own, ${SOURCE} }]`, 'shape/missing-key bad.yaml:6:10'],
    [
      `waives: [{ clause: supply, id: own, when: { szie: small }, ${SOURCE} }]`,
      'clause/undeclared-fact bad.yaml:6:45',
    ],
    [
      `amends: [{ clause: new, title: T, ${SOURCE} }]\nclauses: [{ id: new, title: New, kind: prohibition, act: procure, ${SOURCE} }]`,
      'instrument/ends-own-clause bad.yaml:6:20',
    ],
  ])('%s: %s', (more, complaint) => {
    expect(complaintsAt(amendment('bad', '01', more))).toEqual([complaint]);
  });

  test.each([
    [`amends: [{ clause: supply, title: T, ${SOURCE} }]`],
    [`waives: [{ clause: supply, id: own, when: { size: small }, ${SOURCE} }]`],
  ])('without the assent of the holder: %s', (more) => {
    const files = amendment('bad', '01', more, { parties: 'buyer, rival' });

    expect(complaintsAt(files)).toEqual(['instrument/without-assent bad.yaml:6:20']);
  });

  test('on the day of another', () => {
    const files = {
      ...first,
      ...amendment('zweitens', '01', `amends: [{ clause: supply, title: T, ${SOURCE} }]`),
    };

    expect(complaintsAt(files)).toEqual(['instrument/amended-twice zweitens.yaml:6:20']);
  });

  test('in the clause that it amends', () => {
    const deed = (goodTexts['deed.yaml'] ?? '').replace('act: procure', 'act: procur');

    expect(complaintsAt({ 'deed.yaml': deed, ...first, ...second })).toEqual([
      'clause/undeclared-act deed.yaml:12:10',
    ]);
  });
});
