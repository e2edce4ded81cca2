import * as z from 'zod';
import { anything, flag, fullMap, map, oneOf, text } from '../forms/shape-leaves.ts';

/** The shapes of `pack.yaml`. */
export const PACK_SHAPE = z.strictObject({
  pack: anything,
  language: anything,
  title: text,
  disclaimer: text,
  otherwise: oneOf(['permitted']),
  parties: fullMap,
  groups: map.exactOptional(),
  acts: fullMap,
  facts: map.exactOptional(),
  terms: map.exactOptional(),
  readings: map.exactOptional(),
  grades: map.exactOptional(),
  documents: map.exactOptional(),
  promises: anything.exactOptional(),
  suppress: anything.exactOptional(),
});

export const PARTY_SHAPE = z.strictObject({
  name: text,
  provider: flag.exactOptional(),
  'affiliate-of': anything.exactOptional(),
});

export const GROUP_SHAPE = z.strictObject({ means: text, parties: anything });

export const TERM_SHAPE = z.strictObject({ means: text, when: anything });

export const ACT_SHAPE = z.strictObject({ title: text });

export const FACT_TYPES = ['enum', 'boolean', 'number', 'date', 'party', 'event', 'assessment'] as const;
const fact = { type: oneOf(FACT_TYPES), question: text };

export const ENUM_SHAPE = z.strictObject({ ...fact, values: fullMap, open: flag.exactOptional() });
export const INNER_VALUE_SHAPE = z.strictObject({ means: text, within: fullMap });
export const NUMBER_SHAPE = z.strictObject({
  ...fact,
  unit: text.exactOptional(),
  units: fullMap.exactOptional(),
});
export const PLAIN_FACT_SHAPE = z.strictObject(fact);

export const READING_SHAPE = z.strictObject({
  question: text,
  options: fullMap,
  assume: anything.exactOptional(),
  because: text.exactOptional(),
});

export const DOCUMENT_SHAPE = z.strictObject({ title: text, date: anything, url: anything.exactOptional() });
