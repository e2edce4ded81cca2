import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { clausePacks } from '../support/clause-packs.ts';
import { rowsUnder } from '../support/markdown-table.ts';

const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/real-clauses.md'), 'utf8');
const packs = await clausePacks();
const ids = Array.from({ length: 60 }, (_, index) => `D${String(index + 1).padStart(2, '0')}`);

const clauses = rowsUnder(page, 'The clauses').map(
  ([id = '', agreement = '', kind = '', status = '', lines = '', taught = '']) => {
    return { id, agreement, kind, status, lines, taught, lacks: lacksOf(status) };
  },
);
const constructs = rowsUnder(page, 'What the language still lacks').map(([name = '', ...counts]) => {
  return { name, counts: counts.map(Number) };
});

describe('the page on real clauses', () => {
  test('has each clause once, in order, with its agreement and what it taught', () => {
    expect(clauses.map(({ id }) => id)).toEqual(ids);
    expect(
      clauses.filter(({ agreement, kind, taught }) => !(agreement && kind && taught.length > 30)),
    ).toEqual([]);
  });

  test('gives each clause one of three statuses', () => {
    expect(
      clauses.filter(({ status }) => !/^(?:faithful|with an assessment|not yet: .+)$/u.test(status)),
    ).toEqual([]);
  });

  test('calls written exactly what has a pack', () => {
    const written = clauses.filter(({ status }) => !status.startsWith('not yet')).map(({ id }) => id);
    expect(written).toEqual(packs.map(({ id }) => id));
  });

  test('calls with an assessment exactly the packs in which a finding is asked for', () => {
    const assessed = clauses.filter(({ status }) => status === 'with an assessment').map(({ id }) => id);
    const asking = packs.filter(({ pack }) => pack.facts.some(({ type }) => type.is === 'assessment'));
    expect(assessed).toEqual(asking.map(({ id }) => id));
  });

  test('counts the lines of every pack', () => {
    const counted = packs.map(({ id, folder }) => [id, linesIn(folder).join(' + ')]);
    expect(clauses.filter(({ lines }) => lines !== '').map(({ id, lines }) => [id, lines])).toEqual(counted);
  });

  test('adds up', () => {
    const count = (status: string): string =>
      String(clauses.filter((each) => each.status.startsWith(status)).length);
    const totals = page.split('\n## ')[0]?.split('\n') ?? [];
    for (const status of ['faithful', 'with an assessment', 'not yet'])
      expect(totals).toContain(`| ${status} | ${count(status)} |`);
    const lines = packs
      .map(({ folder }) => linesIn(folder).reduce((sum, each) => sum + each))
      .toSorted(byValue);
    const scenarios = packs.flatMap(({ cases }) => cases).length;
    expect(page.replaceAll('\n', ' ')).toContain(
      `The ${String(packs.length)} packs have ${String(lines.reduce((sum, each) => sum + each))} lines of YAML, ` +
        `${String(middleOf(lines))} in the middle, and ${String(scenarios)} scenarios`,
    );
  });

  test('ranks every missing construct by the clauses that lack it', () => {
    const lacking = clauses.map(({ lacks }) => lacks).filter((lacks) => lacks.length > 0);
    const names = constructs.map(({ name }) => name);
    expect([...new Set(lacking.flat())].toSorted()).toEqual(names.toSorted());
    const counted = constructs.map(({ name }, place) => {
      const built = new Set(names.slice(0, place + 1));
      const having = lacking.filter((lacks) => lacks.includes(name));
      const alone = having.filter((lacks) => lacks.length === 1).length;
      const together = lacking.filter((lacks) => lacks.every((each) => built.has(each))).length;
      return { name, counts: [having.length, alone, together] };
    });
    expect(constructs).toEqual(counted);
    const ranks = counted.map(({ counts: [having = 0] }) => having);
    expect(ranks).toEqual(ranks.toSorted((one, other) => other - one));
  });

  test('proposes YAML for every missing construct', () => {
    const proposed = [...page.matchAll(/^\*\*(.+)\.\*\* .+\n\n```yaml\n/gmu)].map(([, name = '']) =>
      name.toLowerCase(),
    );
    expect(proposed).toEqual(constructs.map(({ name }) => name));
  });

  test('credits the source of the texts', () => {
    for (const credit of [
      'CUAD v1',
      'The Atticus Project',
      'CC BY 4.0',
      'https://www.atticusprojectai.org/cuad',
    ])
      expect(page).toContain(credit);
  });
});

/** What the language has no words for; a clause that is only to be written lacks nothing. */
function lacksOf(status: string): readonly string[] {
  if (status === 'not yet: to be written') return [];
  return status.startsWith('not yet: ') ? status.slice('not yet: '.length).split('; ') : [];
}

function linesIn(folder: string): readonly number[] {
  const files = ['pack.yaml', 'agreement.yaml'].map((name) => path.join(folder, name));
  if (!files.every(existsSync)) throw new Error(`${folder} has other files`);
  return files.map((file) => readFileSync(file, 'utf8').trimEnd().split('\n').length);
}

function byValue(one: number, other: number): number {
  return one - other;
}

/** Of an even number of them, the smaller of the two. */
function middleOf(sorted: readonly number[]): number {
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
}
