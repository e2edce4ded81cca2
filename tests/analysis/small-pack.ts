import { examinePack, type Examination, type ExamineOptions } from '../../src/analysis/examine-pack.ts';
import { loadPackFiles } from '../../src/pack/load-pack.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { writtenParts } from '../../src/pack/written-parts.ts';
import { valueOf } from '../pack/good-pack.ts';

/** A pack of one deed in which nothing is doubtful, but for what is put in. */
export interface SmallPack {
  /** Clauses of the deed, each as flow YAML without its source. */
  readonly clauses: readonly string[];
  /** Further lines of `pack.yaml`. */
  readonly pack?: string;
  /** Declarations besides those that every small pack has, by section. */
  readonly facts?: string;
  readonly parties?: string;
  readonly grades?: string;
  readonly documents?: string;
  /** Further files. */
  readonly files?: Readonly<Record<string, string>>;
}

/** The texts of a small pack. */
export function smallTexts(small: SmallPack): Readonly<Record<string, string>> {
  const { clauses, pack = '', facts = '', parties = '', grades = '', documents = '', files = {} } = small;
  return {
    'pack.yaml': `pack: small
title: A small pack
language: 1
disclaimer: Invented.
otherwise: permitted
parties: { buyer: { name: Buyer }, seller: { name: Seller, provider: true }, rival: { name: Rival, provider: true }, ${parties} }
acts: { procure: { title: procure } }
facts: { size: { type: number, question: How large? }, ${facts} }
grades: { A: the text itself, ${grades} }
documents: { deed: { title: Deed, date: 2024-01-01 }, ${documents} }
${pack}`,
    'deed.yaml': `instrument: deed
title: Deed
parties: [buyer, seller, rival]
basis: text
effective: { from: 2024-01-01 }
clauses:
${clauses.map((clause) => `  - { title: A clause, act: procure, source: { document: deed, grade: A }, ${clause} }\n`).join('')}`,
    ...files,
  };
}

/** A clause that reads the only fact of every small pack. */
export const FIRST =
  'id: first, kind: exclusivity, holder: seller, grantor: buyer, when: { size: { at-least: 5 } }';

/** Examines a small pack. */
export async function examine(small: SmallPack, options: ExamineOptions = {}): Promise<Examination> {
  const texts = smallTexts(small);
  return examinePack(loaded(texts), writtenParts(new Map(Object.entries(texts))), options);
}

export function loaded(texts: Readonly<Record<string, string>>): Pack {
  return valueOf(loadPackFiles(texts));
}

/** Codes with what they are about and where they stand: `lint/unread-fact colour pack.yaml:7`. */
export async function findingsOf(small: SmallPack, options: ExamineOptions = {}): Promise<readonly string[]> {
  const { findings } = await examine(small, options);
  return findings.map(({ code, of, place, path }) => {
    const where = place === undefined ? path : `${place.file}:${String(place.line)}`;
    return `${code} ${of} ${where ?? ''}`;
  });
}
