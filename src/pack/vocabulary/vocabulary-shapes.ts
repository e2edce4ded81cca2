import * as z from 'zod';
import { CALENDAR_PERIODS } from '../../vocabulary/measure.ts';
import { anything, flag, fullList, fullMap, list, map, oneOf, text } from '../forms/shape-leaves.ts';

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
  happenings: map.exactOptional(),
  measures: map.exactOptional(),
  readings: map.exactOptional(),
  grades: map.exactOptional(),
  documents: map.exactOptional(),
  calendars: map.exactOptional(),
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
const declared = { type: oneOf(FACT_TYPES), question: text };
const fact = { ...declared, 'chosen-by': anything.exactOptional() };

export const ENUM_SHAPE = z.strictObject({ ...fact, values: fullMap, open: flag.exactOptional() });
export const INNER_VALUE_SHAPE = z.strictObject({ means: text, within: fullMap });
export const NUMBER_SHAPE = z.strictObject({
  ...fact,
  unit: text.exactOptional(),
  units: fullMap.exactOptional(),
});
export const PLAIN_FACT_SHAPE = z.strictObject(fact);
/** What somebody finds is chosen by nobody. */
export const ASSESSMENT_SHAPE = z.strictObject(declared);

export const READING_SHAPE = z.strictObject({
  question: text,
  options: fullMap,
  assume: anything.exactOptional(),
  because: text.exactOptional(),
});

export const HAPPENING_SHAPE = z.strictObject({
  means: text,
  amounts: fullMap.exactOptional(),
  'told-by': fullList.exactOptional(),
});

export const AMOUNT_SHAPE = z.strictObject({ unit: text.exactOptional(), units: fullMap.exactOptional() });

export const MEASURE_SHAPE = z.strictObject({
  means: text,
  counts: anything.exactOptional(),
  sums: fullMap.exactOptional(),
  where: fullMap.exactOptional(),
  by: anything.exactOptional(),
  over: fullMap,
  in: anything.exactOptional(),
  'closes-after': anything.exactOptional(),
  'carry-forward': fullMap.exactOptional(),
  per: oneOf(['day']).exactOptional(),
  'with-request': anything.exactOptional(),
  'share-of': anything.exactOptional(),
});

/** The forms in which the periods of a measure are written. */
export const OVER_SHAPES = {
  every: z.strictObject({ every: anything, from: anything, lasting: anything.exactOptional() }),
  calendar: z.strictObject({
    calendar: oneOf(CALENDAR_PERIODS),
    from: anything.exactOptional(),
    lasting: anything.exactOptional(),
  }),
  trailing: z.strictObject({ trailing: anything }),
  since: z.strictObject({ since: anything }),
} as const;

export const CARRY_SHAPE = z.strictObject({ 'excess-over': anything });

export const DOCUMENT_SHAPE = z.strictObject({ title: text, date: anything, url: anything.exactOptional() });

export const CALENDAR_SHAPE = z.strictObject({
  means: text,
  closed: list.exactOptional(),
  holidays: list.exactOptional(),
  covers: fullMap,
  source: fullMap.exactOptional(),
});
export const COVERS_SHAPE = z.strictObject({ from: anything, to: anything });
