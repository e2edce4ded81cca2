import { isoFromDay } from '../../src/vocabulary/day.ts';

/** Plain data as it stands in a YAML file; every generated file is written as JSON, which is YAML. */
export type Document = { readonly [key: string]: Part };
export type Part = string | number | boolean | readonly Part[] | Document;

export const CANDIDATES = ['alpha', 'beta', 'gamma'] as const;
export const EVERY_PARTY = ['buyer', ...CANDIDATES] as const;
export const GENERATED_ACTS = ['procure', 'distribute'] as const;

/** The words of a notice, few enough for every subset to be tried. */
export const NOTICE_CONTENTS = ['price', 'delivery'] as const;

export const GENERATED_FACTS = {
  colour: { type: 'enum', question: 'Which colour?', values: { red: 'red', green: 'green', blue: 'blue' } },
  lining: { type: 'enum', question: 'Which lining?', values: { red: 'red', green: 'green', blue: 'blue' } },
  customer: {
    type: 'enum',
    open: true,
    question: 'Which customer?',
    values: { state: 'a state', firm: 'a firm' },
  },
  owned: { type: 'boolean', question: 'Is it owned?' },
  leased: { type: 'boolean', question: 'Is it leased?' },
  size: { type: 'number', unit: 'MW', question: 'How large?' },
  share: { type: 'number', unit: 'MW', question: 'How large a share?' },
  due: { type: 'date', question: 'When is it due?' },
  opened: { type: 'date', question: 'When did it open?' },
  operator: { type: 'party', question: 'Who operates it?' },
  owner: { type: 'party', question: 'Who owns it?' },
} as const satisfies Document;

export type GeneratedFact = keyof typeof GENERATED_FACTS;

/** Measures of every pack; what they count is drawn. */
export const GENERATED_MEASURES = ['m-1', 'm-2'] as const;
export type GeneratedMeasure = (typeof GENERATED_MEASURES)[number];

export const GENERATED_READINGS = {
  'R-1': { narrow: 'narrow', wide: 'wide' },
  'R-2': { first: 'first', second: 'second', third: 'third' },
} as const;

export type GeneratedReading = keyof typeof GENERATED_READINGS;

/** Days are told apart by a few days at most, so that windows, bands and bounds meet. */
export function isoDay(offset: number): string {
  return isoFromDay(FIRST_DAY + offset);
}

const FIRST_DAY = 20_148;
