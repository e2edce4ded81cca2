import type { ScalarType } from '../forms/read-scalar.ts';
import type { FactType } from '../pack.ts';
import { oneOfWords, ref, textLike, type JsonSchema, type Word } from './json-schema.ts';

/** A value of some type, as a scope or a request gives it. */
export function valueSchema(type: ScalarType): JsonSchema {
  switch (type.is) {
    case 'enum':
      return oneOfWords([...type.values, ...(type.open ? [OTHER_VALUE] : [])]);
    case 'reading':
      return oneOfWords(type.options);
    case 'boolean':
    case 'assessment':
      return { type: 'boolean' };
    case 'number':
      return numberSchema(type);
    case 'date':
      return ref('day');
    case 'event':
      return { anyOf: [ref('day'), oneOfWords([NOT_YET])] };
    case 'party':
      return ref('candidate');
  }
}

const OTHER_VALUE: Word = { id: 'other', means: 'none of the values that the pack has' };
const NOT_YET: Word = { id: 'not-yet', means: 'it has not happened' };

function numberSchema({ unit, units = {} }: Extract<FactType, { is: 'number' }>): JsonSchema {
  if (unit === undefined) return { type: 'number' };
  const names = [unit, ...Object.keys(units)];
  const pattern = String.raw`^\s*[-+]?\d{1,15}(?:\.\d{1,15})?\s+(?:${names.map(literally).join('|')})\s*$`;
  return { anyOf: [{ type: 'number' }, textLike(pattern, `a number of ${names.join(', ')} belongs here`)] };
}

function literally(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
