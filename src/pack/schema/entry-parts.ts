import { CATALOGUE } from '../../diagnostics/catalogue.ts';
import { described, oneOfWords, ref, setOf, type JsonSchema } from './json-schema.ts';

const codes = Object.entries(CATALOGUE).map(([id, [means]]) => ({ id, means }));

/** Diagnostics that a request must get. */
export const REFUSED: JsonSchema = setOf(oneOfWords(codes));

/** What every entry of a file of scenarios may say. */
export const ENTRY_PARTS = {
  id: ref('id'),
  why: described(ref('text'), 'what the scenario shows'),
  request: { type: 'object' },
  assumptions: { enum: ['as-stated', 'open'] },
  pending: described(ref('text'), 'why it is not run yet'),
  diagnostics: described(ref('refused'), 'why the request must be refused'),
} as const satisfies Readonly<Record<string, JsonSchema>>;

/** Nothing vacuous: exactly one of an answer and diagnostics, or else why it is pending. */
export const EXPECTS: JsonSchema = {
  anyOf: [{ required: ['expect'] }, { required: ['diagnostics'] }, { required: ['pending'] }],
  not: { required: ['expect', 'diagnostics'] },
};
