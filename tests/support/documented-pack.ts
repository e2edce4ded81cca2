import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadPackFiles } from '../../src/pack/load-pack.ts';
import type { Checked } from '../../src/diagnostics/diagnostic.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { valueOf } from '../pack/good-pack.ts';
import { blocksOf } from './markdown-blocks.ts';

/** The page about the language. */
export const LANGUAGE_PAGE = readFileSync(
  path.resolve(import.meta.dirname, '../../docs/rule-language.md'),
  'utf8',
);

/**
 * The YAML blocks of the page with one tag: `pack`, `instrument`, `request` or `scenarios`; `fragment` is part of a clause,
 * `words` of `pack.yaml` and `record` of a request.
 */
export function documentedTexts(tag: string): readonly string[] {
  return blocksOf(LANGUAGE_PAGE).flatMap(({ info, text }) => (info === `yaml ${tag}` ? [text] : []));
}

/** The pack that the page about the language shows. */
export function documentedPack(): Pack {
  return valueOf(loadDocumented());
}

/** The same, with more words declared. */
export function documentedPackOf(words: string): Checked<Pack> {
  return loadDocumented({ 'pack.yaml': `${documentedTexts('pack')[0] ?? ''}${words}` });
}

/** The same, with a first refusal of the incumbent to which some keys are added. */
export function documentedPackWith(keys: string): Checked<Pack> {
  const indented = keys.replaceAll(/^(?=.)/gmu, '    ');
  return loadDocumented({ 'further.yaml': `${FURTHER}${indented}` });
}

const FURTHER = `instrument: further
title: A further deed
parties: [buyer, incumbent]
basis: text
effective: { from: 2025-02-01 }
clauses:
  - id: further
    title: A further first refusal
    kind: first-refusal
    holder: incumbent
    grantor: buyer
    act: procure-capacity
    source: { document: deed, grade: A }
`;

function loadDocumented(more: Readonly<Record<string, string>> = {}): Checked<Pack> {
  const [pack = ''] = documentedTexts('pack');
  const instruments = documentedTexts('instrument').map((text, index) => [
    `instrument-${String(index)}.yaml`,
    text,
  ]);
  const files = Object.fromEntries(instruments) as Readonly<Record<string, string>>;
  return loadPackFiles({ 'pack.yaml': pack, ...files, ...more });
}
