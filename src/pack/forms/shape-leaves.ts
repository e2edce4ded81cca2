import * as z from 'zod';
import { listed } from '../../diagnostics/plain-text.ts';
import { isMap } from '../written/written.ts';

// The message of each leaf says what belongs in its place; `check-shape.ts` makes the sentence.

/** Text with at least one visible character. */
export const text = z.string({ error: 'text' }).regex(/\S/u, { error: 'text' });

/** Any value at all: its form is checked where it is resolved. */
export const anything = z.custom<unknown>((value) => value !== undefined, { error: 'a value' });

export const flag = z.boolean({ error: '`true` or `false`' });

export const map = z.custom<Readonly<Record<string, unknown>>>(isMap, { error: 'a map' });
export const list = z.custom<readonly unknown[]>(Array.isArray, { error: 'a list' });

/** A map that says something. */
export const fullMap = map.refine((value) => Object.keys(value).length > 0, {
  error: 'a map',
  when: isMapPayload,
});
/** A list that says something. */
export const fullList = list.refine((value) => value.length > 0, { error: 'a list', when: isListPayload });

/** One of a few words. */
export function oneOf<const Words extends readonly [string, ...string[]]>(
  words: Words,
): z.ZodEnum<z.core.util.ToEnum<Words[number]>> {
  return z.enum(words, { error: listed(words) });
}

function isMapPayload(payload: { readonly value: unknown }): boolean {
  return isMap(payload.value);
}

function isListPayload(payload: { readonly value: unknown }): boolean {
  return Array.isArray(payload.value);
}
