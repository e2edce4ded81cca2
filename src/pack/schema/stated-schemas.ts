import { BY_READING_SHAPE } from '../clauses/resolve-by-reading.ts';
import { ASSUMED_SHAPE } from '../clauses/resolve-stated.ts';
import type { Pack, Reading } from '../pack.ts';
import {
  closedMap,
  described,
  hasValue,
  mapLike,
  oneOfWords,
  ref,
  requiredKeys,
  titled,
  wherever,
  type JsonSchema,
  type Word,
} from './json-schema.ts';
import type { Strictness } from './word-definitions.ts';

const NONE: Word = { id: 'none', means: 'the text sets no limit' };
const UNKNOWN: Word = { id: 'unknown', means: 'not public, redacted or not said' };

/** A value of a contract in any of its forms: the value, `none`, `unknown`, assumed, or by reading. */
export function statedSchema(value: JsonSchema, mayBeNone = true): JsonSchema {
  const limits = mayBeNone ? [NONE] : [];
  const limit = mayBeNone ? { anyOf: [value, oneOfWords([NONE])] } : value;
  const option = { anyOf: [value, oneOfWords([...limits, UNKNOWN])] };
  return {
    anyOf: [
      value,
      oneOfWords([...limits, UNKNOWN]),
      titled(
        'an assumed value',
        mapLike(ASSUMED_SHAPE, {
          assume: described(limit, 'a value that is used, and named in every answer that stands on it'),
          because: described(ref('text'), 'why it is assumed'),
        }),
      ),
      { allOf: [ref('by-reading'), { properties: { of: { additionalProperties: option } } }] },
    ],
  };
}

/** Defines a value that hangs on an open question; what the options' values are is said where it stands. */
export function byReadingDefinition({ readings }: Pack, strictness: Strictness): JsonSchema {
  const parts = {
    reading: described(ref('reading'), 'the open question on which the value hangs'),
    of: { description: 'a value for each option', type: 'object', minProperties: 1 },
  };
  const shape = titled('a value by reading', closedMap(parts, requiredKeys(BY_READING_SHAPE)));
  return strictness === 'any' || readings.length === 0
    ? shape
    : { ...shape, allOf: readings.map(optionsOfReading) };
}

function optionsOfReading({ id, options }: Reading): JsonSchema {
  const own = Object.fromEntries(options.map((option) => [option.id, { description: option.means }]));
  return wherever(hasValue('reading', [id]), { properties: { of: closedMap(own, Object.keys(own)) } });
}
