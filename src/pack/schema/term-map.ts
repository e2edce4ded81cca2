import { ID, LONGEST_ID } from '../forms/ids.ts';
import type { JsonSchema } from './json-schema.ts';

/** A map of a deal's terms, under names that are made like ids and are free otherwise. */
export function termMap(values: JsonSchema): JsonSchema {
  return {
    type: 'object',
    minProperties: 1,
    propertyNames: { pattern: ID.source, maxLength: LONGEST_ID },
    additionalProperties: values,
  };
}
