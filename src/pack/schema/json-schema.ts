import * as z from 'zod';

/**
 * A part of a JSON Schema, draft 7, in the order in which it is written. Beside the standard's keywords there are two
 * that editors show and validators pass over: `enumDescriptions` and `patternErrorMessage`.
 */
export type JsonSchema = Readonly<Record<string, unknown>>;

export type Definitions = Readonly<Record<string, JsonSchema>>;

/** A word that may be written, and what to show of it. */
export interface Word {
  readonly id: string;
  readonly means: string;
}

/** Refers to a definition of the same document. */
export function ref(definition: string): JsonSchema {
  return { $ref: `#/definitions/${definition}` };
}

/** One of some words. Where there are none, nothing fits. */
export function oneOfWords(words: readonly Word[]): JsonSchema {
  if (words.length === 0) return { not: {} };
  return { enum: words.map(({ id }) => id), enumDescriptions: words.map(({ means }) => means) };
}

/** Text of a form; the message is what an editor shows of any other. */
export function textLike(pattern: string, patternErrorMessage: string): JsonSchema {
  return { type: 'string', pattern, patternErrorMessage };
}

/** A list that says something. */
export function listOf(items: JsonSchema): JsonSchema {
  return { type: 'array', minItems: 1, items };
}

/** A list that says something and names nothing twice. */
export function setOf(items: JsonSchema): JsonSchema {
  return { ...listOf(items), uniqueItems: true };
}

/** One thing, or a list of them. */
export function oneOrMore(item: JsonSchema): JsonSchema {
  return { anyOf: [item, setOf(item)] };
}

/** A map with the keys of a shape, all of which have to be given their schemas. */
export function mapLike<Shape extends z.ZodObject>(
  shape: Shape,
  parts: { readonly [Key in keyof Shape['shape']]: JsonSchema },
): JsonSchema {
  return closedMap(parts, requiredKeys(shape));
}

/** A map with these keys and no others. */
export function closedMap(properties: Definitions, required: readonly string[] = []): JsonSchema {
  return {
    type: 'object',
    ...(required.length === 0 ? {} : { required }),
    properties,
    additionalProperties: false,
  };
}

/** A map from some words to values of one form. */
export function mapOfWords(words: readonly Word[], value: JsonSchema): JsonSchema {
  return closedMap(Object.fromEntries(words.map(({ id, means }) => [id, described(value, means)])));
}

/** A map that declares something under ids of its own. */
export function declarations(value: JsonSchema, names: JsonSchema = ref('id')): JsonSchema {
  return { type: 'object', propertyNames: names, additionalProperties: value };
}

/** The same map, which has to say something. */
export function notEmpty(map: JsonSchema): JsonSchema {
  return { ...map, minProperties: 1 };
}

/** Has a form wherever a criterion is met. */
export function wherever(criterion: JsonSchema, form: JsonSchema): JsonSchema {
  // oxlint-disable-next-line unicorn/no-thenable -- it is a keyword of JSON Schema, and no schema is awaited
  return { if: criterion, then: form };
}

/** The criterion that a key has one of some values. */
export function hasValue(key: string, values: readonly string[]): JsonSchema {
  return { properties: { [key]: { enum: values } }, required: [key] };
}

/** Names a form, for editors that propose all of it at once. */
export function titled(title: string, schema: JsonSchema): JsonSchema {
  return { title, ...schema };
}

/** Says what an editor shows where the part is written. */
export function described(schema: JsonSchema, description: string): JsonSchema {
  return { description, ...schema };
}

/** The keys that a map of some shape cannot do without. */
export function requiredKeys({ shape }: z.ZodObject): readonly string[] {
  return Object.keys(shape).filter((key) => !(shape[key] instanceof z.ZodExactOptional));
}

/** Makes a whole document: a part with all that it refers to, and all that those refer to. */
export function documentOf(head: JsonSchema, root: JsonSchema, definitions: Definitions): JsonSchema {
  const reached = new Set<string>();
  const queue = [root];
  for (let part = queue.pop(); part !== undefined; part = queue.pop()) {
    for (const name of referredBy(part)) {
      if (reached.has(name)) continue;
      reached.add(name);
      queue.push(definitions[name] ?? { $ref: `missing: ${name}` });
    }
  }
  const used = Object.entries(definitions).filter(([name]) => reached.has(name));
  return { ...head, ...root, definitions: Object.fromEntries(used) };
}

function referredBy(schema: JsonSchema): readonly string[] {
  const written = JSON.stringify(schema).matchAll(/"\$ref":"#\/definitions\/([^"]+)"/g);
  return [...written].map(([, name = '']) => name);
}
