import { documentsIn, type PackDocuments } from '../../src/pack/pack-documents.ts';
import type { Scenario } from '../../src/pack/scenario.ts';
import { readCases } from '../../src/regression/read-cases.ts';

const VOCABULARY = `
pack: small
title: A small pack
language: 1
disclaimer: Invented.
otherwise: permitted
parties:
  buyer: { name: Buyer }
  seller: { name: Seller, provider: true }
  rival: { name: Rival, provider: true }
acts: { procure: { title: procure capacity } }
facts:
  product:
    type: enum
    question: Which product?
    values: { compute: { means: computing, within: { batch: by night, live: at once } }, storage: storing, backup: copying }
  size: { type: number, unit: MW, units: { GW: 1000 }, question: How much? }
  delivery: { type: date, question: When is it delivered? }
  own: { type: boolean, question: Own site? }
  expiry: { type: date, question: When does it expire? }
readings:
  R-1: { question: Does a renewal count?, options: { counts: it does, excluded: it does not } }
  R-2: { question: How long?, options: { short: one, long: another }, assume: short, because: usual }
terms: { large: { means: a large order, when: { size: { more-than: 100 } } } }
calendars: { city: { means: open days, closed: [saturday, sunday], covers: { from: 2024-01-01, to: 2030-12-31 } } }
grades: { A: the text itself }
documents: { deed: { title: Deed, date: 2024-01-01 } }
promises: [{ id: kept, means: the seller may, actor: buyer, act: procure, providers: seller, never: [prohibited] }]
`;

/** A deed with some clauses, each given by its keys after `source`. */
export function deedWith(clauses: string, more = ''): Readonly<Record<string, string>> {
  const deed = `
instrument: deed
title: Deed
parties: [buyer, seller]
basis: text
effective: { from: 2024-01-01 }
${more}
clauses:${clauses}`;
  return { 'pack.yaml': VOCABULARY, 'deed.yaml': deed };
}

/** An exclusive right of the seller, with further keys. */
export function exclusivity(keys: string): string {
  return `
  - { id: supply, title: Supply, kind: exclusivity, holder: seller, grantor: buyer, act: procure, counts-with-holder: none, ${keys}, ${SOURCE} }`;
}

export const SOURCE = 'source: { document: deed, grade: A }';

/** A first right of the seller with a procedure. */
export function refusal(procedure: string): string {
  return `
  - { id: refusal, title: First refusal, kind: first-refusal, holder: seller, grantor: buyer, act: procure, counts-with-holder: none, procedure: { ${procedure} }, ${SOURCE} }`;
}

/** The documents of a pack, and what is wrong where it does not load. */
export function documentsOf(files: Readonly<Record<string, string>>): PackDocuments {
  const read = documentsIn(new Map(Object.entries(files)));
  if (read.ok) return read.value;
  throw new Error(read.diagnostics.map(({ message }) => message).join('\n'));
}

/** Scenarios of the pack, written as entries of a file. */
export function scenariosOf(documents: PackDocuments, entries: string): readonly Scenario[] {
  const text = `pack: small\nscenarios:\n${entries}`;
  const { cases, unusable } = readCases([{ file: 'small.yaml', text, packs: [documents.pack] }]);
  const [first] = unusable.flatMap(({ diagnostics }) => diagnostics);
  if (first !== undefined) throw new Error(first.message);
  return cases.map(({ scenario }) => scenario);
}
