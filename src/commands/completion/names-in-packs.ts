import { readFolder } from '../../pack/written/read-folder.ts';
import { readYaml } from '../../pack/written/read-yaml.ts';
import { isMap } from '../../pack/written/written.ts';
import { diskPath } from '../disk-path.ts';
import { findPacks } from '../find-packs.ts';
import type { Surroundings } from '../surroundings.ts';
import { UsageError } from '../usage-error.ts';

/** A word of a pack, and what it means. */
export interface Name {
  readonly id: string;
  readonly means: string;
}

/** A word to which a value can be given. */
export interface Setting extends Name {
  readonly values: readonly Name[];
}

/** The words that packs declare. */
export interface PackNames {
  readonly packs: readonly Name[];
  readonly parties: readonly (Name & { readonly isProvider: boolean })[];
  readonly acts: readonly Name[];
  readonly facts: readonly Setting[];
  readonly readings: readonly Setting[];
  readonly grades: readonly Name[];
  readonly clauses: readonly Name[];
}

/**
 * Gives the words of the packs in use as far as they can be read. Unlike the loader it checks nothing and keeps what it
 * can of a pack with mistakes; it gives up on large ones, for somebody is waiting at the keyboard.
 */
export async function namesInPacks(
  asked: string | undefined,
  surroundings: Surroundings,
): Promise<PackNames> {
  const maps: Entries[] = [];
  for (const folder of foldersOf(asked, surroundings)) {
    const { files } = await readFolder(diskPath(folder, surroundings.cwd), WHILE_TYPING);
    for (const [file, text] of files) {
      const read = readYaml(text, file, WHILE_TYPING);
      if (read.ok && isMap(read.value.data)) maps.push(read.value.data);
    }
  }
  return namesIn(maps);
}

type Entries = Readonly<Record<string, unknown>>;

const WHILE_TYPING = { files: 200, fileSize: 200_000, packSize: 1_000_000, tokens: 60_000 };

function foldersOf(asked: string | undefined, surroundings: Surroundings): readonly string[] {
  try {
    return findPacks(asked, surroundings);
  } catch (error) {
    if (error instanceof UsageError) return [];
    throw error;
  }
}

function namesIn(maps: readonly Entries[]): PackNames {
  const under = (key: string): readonly [string, Entries][] => maps.flatMap((map) => entriesOf(map[key]));
  const parties = under('parties').map(([id, party]) => ({
    id,
    means: textOf(party['name']),
    isProvider: party['provider'] === true,
  }));
  const ids = parties.map(({ id, means }) => ({ id, means }));
  return {
    packs: maps.flatMap((map) =>
      typeof map['pack'] === 'string' ? [{ id: map['pack'], means: textOf(map['title']) }] : [],
    ),
    parties,
    acts: under('acts').map(([id, act]) => ({ id, means: textOf(act['title']) })),
    facts: under('facts').map(([id, fact]) => ({ ...questionOf(id, fact), values: valuesOfFact(fact, ids) })),
    readings: under('readings').map(([id, reading]) => ({
      ...questionOf(id, reading),
      values: valuesIn(reading['options']),
    })),
    grades: maps.flatMap((map) => valuesIn(map['grades'])),
    clauses: maps.flatMap((map) => clausesIn(map['clauses'])),
  };
}

function questionOf(id: string, { question }: Entries): Name {
  return { id, means: textOf(question) };
}

function valuesOfFact(fact: Entries, parties: readonly Name[]): readonly Name[] {
  if (fact['type'] === 'boolean') return ['true', 'false'].map((id) => ({ id, means: '' }));
  if (fact['type'] === 'party') return parties;
  return valuesIn(fact['values']);
}

/** The values of an enum, those within others among them. */
function valuesIn(values: unknown): readonly Name[] {
  if (!isMap(values)) return [];
  return Object.entries(values).flatMap(([id, value]) => {
    if (!isMap(value)) return [{ id, means: textOf(value) }];
    return [{ id, means: textOf(value['means']) }, ...valuesIn(value['within'])];
  });
}

function clausesIn(clauses: unknown): readonly Name[] {
  const items: readonly unknown[] = Array.isArray(clauses) ? clauses : [];
  return items.flatMap((clause) =>
    isMap(clause) && typeof clause['id'] === 'string'
      ? [{ id: clause['id'], means: textOf(clause['title']) }]
      : [],
  );
}

function entriesOf(value: unknown): readonly [string, Entries][] {
  if (!isMap(value)) return [];
  return Object.entries(value).flatMap(([id, each]) =>
    isMap(each) ? [[id, each] as [string, Entries]] : [],
  );
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
