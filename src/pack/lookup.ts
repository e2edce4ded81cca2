import type { Act, Fact, Grade, Instrument, Pack, Party, Reading, SourceDocument } from './pack.ts';

/** An id with the name that people read. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Everything of a pack by its id; built once for each pack. */
interface Index {
  readonly parties: ReadonlyMap<string, Party>;
  readonly acts: ReadonlyMap<string, Act>;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly readings: ReadonlyMap<string, Reading>;
  readonly grades: ReadonlyMap<string, Grade>;
  readonly documents: ReadonlyMap<string, SourceDocument>;
  readonly instruments: ReadonlyMap<string, Instrument>;
}

const indexes = new WeakMap<Pack, Index>();

/** The candidate that stands for any party the pack does not know. */
const OTHER_PARTY = 'other';

export function partyOf(pack: Pack, id: string): Named {
  if (id === OTHER_PARTY) return { id, name: 'another provider' };
  return { id, name: present(indexOf(pack).parties.get(id), id).name };
}

export function actOf(pack: Pack, id: string): Named {
  return { id, name: present(indexOf(pack).acts.get(id), id).title };
}

export function factOf(pack: Pack, id: string): Fact {
  return present(indexOf(pack).facts.get(id), id);
}

export function readingOf(pack: Pack, id: string): Reading {
  return present(indexOf(pack).readings.get(id), id);
}

export function gradeOf(pack: Pack, id: string): Grade {
  return present(indexOf(pack).grades.get(id), id);
}

export function documentOf(pack: Pack, id: string): SourceDocument {
  return present(indexOf(pack).documents.get(id), id);
}

export function instrumentOf(pack: Pack, id: string): Instrument {
  return present(indexOf(pack).instruments.get(id), id);
}

function indexOf(pack: Pack): Index {
  const known = indexes.get(pack);
  if (known !== undefined) return known;
  const index: Index = {
    parties: byId(pack.parties),
    acts: byId(pack.acts),
    facts: byId(pack.facts),
    readings: byId(pack.readings),
    grades: byId(pack.grades),
    documents: byId(pack.documents),
    instruments: byId(pack.instruments),
  };
  indexes.set(pack, index);
  return index;
}

function byId<T extends { readonly id: string }>(entries: readonly T[]): ReadonlyMap<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]));
}

function present<T>(found: T | undefined, id: string): T {
  if (found === undefined) throw new Error(`a resolved pack names \`${id}\` but does not hold it`);
  return found;
}
