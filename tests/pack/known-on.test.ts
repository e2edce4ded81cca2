import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadPack, loadPackAsKnown } from '../../src/pack/load-pack.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { dayFromIso } from '../../src/vocabulary/day.ts';
import { goodTexts, valueOf } from './good-pack.ts';

const RULES = 'rules/openai';

async function knownOn(day: string, folder = RULES): Promise<Pack> {
  return valueOf(await loadPackAsKnown(folder, dayFromIso(day) ?? 0));
}

function idsIn({ instruments }: Pack): readonly string[] {
  return instruments.map(({ id }) => id);
}

describe('a pack as known on a day', () => {
  test('is the whole pack once everything is announced', async () => {
    const whole = valueOf(await loadPack(RULES));

    expect(await knownOn('2027-01-01')).toEqual(whole);
  });

  test('is empty before anything is announced', async () => {
    const { instruments, clauses } = await knownOn('2019-07-21');

    expect([instruments, clauses]).toEqual([[], []]);
  });

  test('knows an instrument from the day of its first document, and only grows', async () => {
    const days = [
      '2019-07-22',
      '2024-01-01',
      '2025-01-20',
      '2025-01-21',
      '2025-10-27',
      '2025-10-28',
      '2026-04-28',
    ];

    const packs = await Promise.all(days.map((day) => knownOn(day)));

    const sizes = packs.map((pack) => idsIn(pack).length);
    expect(sizes).toEqual(sizes.toSorted((one, other) => one - other));
    expect(sizes[3]).toBeGreaterThan(sizes[2] ?? 0);
    expect(new Set(packs.map(({ digest }) => digest)).size).toBeGreaterThan(4);
  });

  test('refers to what it knows alone, and nothing unknown ends anything', async () => {
    const pack = await knownOn('2025-01-21');

    const clauses = new Set(pack.clauses.map(({ id }) => id));
    const instruments = new Set(idsIn(pack));
    const references = pack.clauses.flatMap(({ notwithstanding, subjectTo }) => [
      ...notwithstanding,
      ...subjectTo,
    ]);
    expect(references.filter((id) => !clauses.has(id))).toEqual([]);
    expect(pack.clauses.flatMap(({ endedBy }) => endedBy).filter((id) => !instruments.has(id))).toEqual([]);
    expect(pack.clauses.filter(({ instrument }) => !instruments.has(instrument))).toEqual([]);
  });

  test('has the earlier version of a clause in full until the amendment is known', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'compute-rights-'));
    const vocabulary = goodTexts['pack.yaml'] ?? '';
    const note = '  note: { title: Note, date: 2025-03-01 }\n';
    const deed = (goodTexts['deed.yaml'] ?? '').replace(
      'act: procure',
      'act: procure\n    survives: 30 calendar-days',
    );
    const amendment = `instrument: change
title: Change
parties: [buyer, seller]
basis: text
effective: { from: 2025-01-01 }
amends:
  - { clause: supply, when: { size: small }, source: { document: note, grade: A } }
`;
    await writeFile(
      path.join(folder, 'pack.yaml'),
      vocabulary.replace('documents:\n', `documents:\n${note}`),
    );
    await writeFile(path.join(folder, 'deed.yaml'), deed);
    await writeFile(path.join(folder, 'change.yaml'), amendment);

    const before = await knownOn('2025-02-28', folder);
    const after = await knownOn('2025-03-01', folder);
    await rm(folder, { recursive: true });

    const told = ({ clauses }: Pack) =>
      clauses.map(({ id, endedBy, survives }) => [id, endedBy, survives !== undefined]);
    expect(told(before)).toEqual([['supply', [], true]]);
    expect(told(after)).toEqual([
      ['supply', ['change'], false],
      ['supply@change', [], true],
    ]);
  });
});
