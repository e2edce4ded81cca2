import { describe, expect, test } from 'vitest';
import { loadPackFiles } from '../../src/pack/load-pack.ts';
import { codesOf, goodPack, goodTexts } from './good-pack.ts';

const good = goodTexts['pack.yaml'] ?? '';

describe('pack.yaml', () => {
  test('keeps what it declares in the order in which it is written', () => {
    const { facts, grades, parties, readings } = goodPack();

    expect(parties).toEqual([
      { id: 'buyer', name: 'Buyer', provider: false },
      { id: 'seller', name: 'Seller', provider: true },
      { id: 'rival', name: 'Rival', provider: true },
    ]);
    expect(facts.map(({ id }) => id)).toEqual([
      'size',
      'megawatts',
      'price',
      'delivery',
      'reasonable',
      'ordered',
    ]);
    expect(facts[1]?.type).toEqual({ is: 'number', unit: 'MW' });
    expect(grades).toEqual([{ id: 'A', means: 'the text itself' }]);
    expect(readings[0]?.options.map(({ id }) => id)).toEqual(['yes-it-does', 'no-it-does-not']);
  });

  test('may say who chooses a fact, which changes no answer and so no digest', () => {
    const choosing = goodPack({ 'pack.yaml': good.replace('unit: MW', 'unit: MW, chosen-by: buyer') });
    const together = goodPack({
      'pack.yaml': good.replace('unit: MW', 'unit: MW, chosen-by: [buyer, seller]'),
    });

    expect(choosing.facts.find(({ id }) => id === 'megawatts')?.chosenBy).toEqual(['buyer']);
    expect(together.facts.find(({ id }) => id === 'megawatts')?.chosenBy).toEqual(['buyer', 'seller']);
    expect([choosing.digest, together.digest]).toEqual([goodPack().digest, goodPack().digest]);
  });

  test.each([
    ['a party that it does not declare', 'unit: MW', 'unit: MW, chosen-by: nobody', 'pack/undeclared-party'],
    ['nobody at all', 'unit: MW', 'unit: MW, chosen-by: []', 'shape/empty'],
    [
      'whoever chooses a finding',
      'type: assessment',
      'type: assessment, chosen-by: buyer',
      'shape/unknown-key',
    ],
  ])('may not name %s', (_, before, after, code) => {
    expect(good).toContain(before);
    expect(codesOf(loadPackFiles({ ...goodTexts, 'pack.yaml': good.replace(before, after) }))).toEqual([
      code,
    ]);
  });

  test('may assume an option of a reading', () => {
    const pack = goodPack({
      'pack.yaml': good.replace('count?,', 'count?, assume: yes-it-does, because: usual,'),
    });

    expect(pack.readings[0]?.assumed).toEqual({ option: 'yes-it-does', because: 'usual' });
  });

  test('may be all there is', () => {
    const least =
      'pack: p\nlanguage: 1\ntitle: T\ndisclaimer: D\notherwise: permitted\nparties: { a: { name: A } }\nacts: { do: { title: do } }\n';

    expect(loadPackFiles({ 'pack.yaml': least })).toMatchObject({
      ok: true,
      value: { clauses: [], facts: [] },
    });
  });

  test.each([
    ['language: 1', "language: '1'", 'pack/language'],
    ['language: 1\n', '', 'shape/missing-key'],
    ['otherwise: permitted', 'otherwise: prohibited', 'shape/wrong-value'],
    ['title: A pack without mistakes', 'title: 2024', 'shape/wrong-value'],
    ['title: A pack without mistakes', "title: ' '", 'shape/empty'],
    ['title: A pack without mistakes', 'title:', 'shape/wrong-value'],
    ['pack: good', 'pack: 7', 'shape/wrong-value'],
    ['pack: good', 'pack: a pack', 'shape/bad-id'],
    ['provider: true', 'provider: yes', 'shape/wrong-value'],
    ['{ name: Buyer }', '{}', 'shape/empty'],
    ['{ name: Buyer }', 'Buyer', 'shape/wrong-value'],
    ['{ name: Buyer }', '{ nam: Buyer }', 'shape/unknown-key'],
    ['type: date', 'type: dat', 'shape/wrong-value'],
    ['type: date', 'type: date, unit: days', 'shape/unknown-key'],
    ['type: number', 'type: number, open: true', 'shape/unknown-key'],
    ['values: { small: up to ten, large: more }', 'values: [small, large]', 'shape/wrong-value'],
    ['small: up to ten', 'small: 10', 'shape/wrong-value'],
    ['small: up to ten', 'none: nothing', 'shape/reserved-id'],
    ['small: up to ten', 'other: another', 'shape/reserved-id'],
    ['count?,', 'count?, assume: yes-it-does,', 'shape/missing-key'],
    ['count?,', 'count?, because: so,', 'shape/missing-key'],
    ['2024-01-01', '2024-13-01', 'shape/impossible-date'],
    ['2024-01-01', 'January', 'shape/wrong-value'],
    ['date: 2024-01-01', 'date: 2024-01-01, url: javascript:alert(1)', 'shape/wrong-value'],
    ['A: the text itself', 'A: { means: the text }', 'shape/wrong-value'],
    ['R-1:', 'date:', 'shape/reserved-id'],
    ['megawatts:', 'mega_watts:', 'shape/bad-id'],
    ['parties:\n', 'partis:\n', 'shape/unknown-key'],
  ])('%j written as %j gives %s', (from, to, code) => {
    const text = good.replace(from, to);

    expect(text).not.toBe(good);
    expect(codesOf(loadPackFiles({ 'pack.yaml': text }))).toEqual([code]);
  });

  test('is a map', () => {
    expect(codesOf(loadPackFiles({ 'pack.yaml': '- a\n' }))).toEqual(['shape/wrong-value']);
    expect(codesOf(loadPackFiles({ 'pack.yaml': 'text\n' }))).toEqual(['shape/wrong-value']);
    expect(codesOf(loadPackFiles({ 'pack.yaml': '{}\n' }))).toEqual(['shape/empty']);
  });
});
