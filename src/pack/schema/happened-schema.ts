import type { Happening, Pack } from '../pack.ts';
import { HAPPENED_SHAPE } from '../requests/request-shapes.ts';
import { typeOfKey } from '../vocabulary/read-measure-keys.ts';
import { vocabularyOf } from '../vocabulary/vocabulary.ts';
import {
  closedMap,
  described,
  mapLike,
  oneOfWords,
  ref,
  titled,
  type Definitions,
  type JsonSchema,
} from './json-schema.ts';
import { valueSchema } from './value-schemas.ts';

/** Defines the record of what measures count. */
export function happenedDefinitions(pack: Pack): Definitions {
  const { facts } = vocabularyOf(pack);
  const keyValue = (key: string): JsonSchema => {
    const type = typeOfKey(key, facts);
    return orUnknown(type === undefined ? { not: {} } : valueSchema(type));
  };
  const entries = pack.happenings.map((happening) => entrySchema(happening, keyValue));
  const happened = mapLike(HAPPENED_SHAPE, {
    'complete-to': described(
      ref('day'),
      'the last day on which a missing happening means that there was none',
    ),
    entries: { type: 'array', items: entries.length === 0 ? { not: {} } : { anyOf: entries } },
  });
  return { happened };
}

function entrySchema(
  { id, means, amounts, toldBy }: Happening,
  keyValue: (key: string) => JsonSchema,
): JsonSchema {
  const parts = {
    [id]: described(ref('day'), means),
    ...Object.fromEntries(
      Object.entries(amounts).map(([name, type]) => [name, orUnknown(valueSchema(type))]),
    ),
    ...Object.fromEntries(toldBy.map((key) => [key, keyValue(key)])),
  };
  return titled(id, closedMap(parts, [id]));
}

function orUnknown(schema: JsonSchema): JsonSchema {
  return { anyOf: [schema, oneOfWords([{ id: 'unknown', means: 'as if it were left out' }])] };
}
