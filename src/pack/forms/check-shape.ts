import type * as z from 'zod';
import { inBackticks, listed } from '../../diagnostics/plain-text.ts';
import { closest, didYouMean } from '../../diagnostics/suggest.ts';
import type { Report } from '../written/report.ts';
import { child, isMap, type Spot } from '../written/written.ts';

/**
 * Checks that a part of a document is a map with the keys of a schema and values of their forms. Gives `undefined`
 * and reports each mistake once: a misspelt key is not missing as well.
 */
export function checkShape<Schema extends z.ZodObject>(
  spot: Spot,
  schema: Schema,
  report: Report,
): z.infer<Schema> | undefined {
  const result = schema.safeParse(spot.value);
  if (result.success) return result.data;
  if (!isMap(spot.value) || isEmpty(spot.value, 'a map')) return reportWrong(spot, 'a map', report);
  const known = Object.keys(schema.shape);
  const misspelt = reportUnknownKeys(spot, known, report);
  for (const issue of result.error.issues) {
    const [key] = issue.path;
    if (key === undefined || misspelt.has(String(key))) continue;
    reportValue(child(spot, String(key)), spot, issue, report);
  }
  return undefined;
}

/** Reports that a value has not the form that belongs in its place. */
export function reportWrong(spot: Spot, belongs: string, report: Report, hint?: string): undefined {
  if (isEmpty(spot.value, belongs)) {
    return report('shape/empty', spot, `${nameOf(spot)} is empty, where ${belongs} belongs`, { hint });
  }
  const message = `${nameOf(spot)} is ${describe(spot)}, where ${belongs} belongs`;
  return report('shape/wrong-value', spot, message, { hint: hint ?? hintFor(spot, belongs) });
}

/** Reports a key that the map has to have. */
export function reportMissing(spot: Spot, key: string, report: Report, hint?: string): undefined {
  return report('shape/missing-key', spot, `${nameOf(spot)} has no ${inBackticks(key)}`, { hint });
}

/** Reports a key that no map of this sort has. */
export function reportUnknownKey(
  spot: Spot,
  key: string,
  known: readonly string[],
  report: Report,
): undefined {
  const hint = didYouMean(key, known) ?? `the keys here are ${listed(known, 'and')}`;
  const message = `${inBackticks(key)} is no key of ${nameOf(spot)}`;
  return report('shape/unknown-key', child(spot, key), message, { hint, part: 'key' });
}

/** Reports unknown keys and gives the missing ones that they were meant to be. */
function reportUnknownKeys(spot: Spot, known: readonly string[], report: Report): ReadonlySet<string> {
  const keys = Object.keys(spot.value as object);
  const missing = known.filter((key) => !keys.includes(key));
  const unknown = keys.filter((key) => !known.includes(key));
  const meant = unknown.map((key) => {
    reportUnknownKey(spot, key, known, report);
    return closest(key, missing);
  });
  return new Set(meant.filter((key) => key !== undefined));
}

function reportValue(spot: Spot, parent: Spot, issue: z.core.$ZodIssue, report: Report): void {
  const key = String(spot.path.at(-1));
  if (spot.value === undefined) {
    reportMissing(parent, key, report);
    return;
  }
  const words = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  const hint = typeof spot.value === 'string' ? didYouMean(spot.value, words) : undefined;
  reportWrong(spot, issue.message, report, hint);
}

/** Names a part of a document by its key: `holder`, `events[2]`, or the document. */
export function nameOf(spot: Spot): string {
  const key = spot.path.at(-1);
  if (key === undefined) return 'the document';
  if (typeof key === 'string') return inBackticks(key);
  return inBackticks(`${String(spot.path.at(-2) ?? '')}[${String(key)}]`);
}

/** Says in a few words what a value is. */
export function describe(spot: Spot): string {
  const { value } = spot;
  if (value === null || value === undefined) return 'without a value';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  if (typeof value === 'string') return inBackticks(value);
  return `the ${typeof value === 'number' ? 'number ' : 'value '}${inBackticks(sourceOf(spot))}`;
}

/** A scalar as its writer typed it. */
export function sourceOf(spot: Spot): string {
  return spot.written.sourceOf(spot.path) ?? String(spot.value);
}

function hintFor(spot: Spot, belongs: string): string | undefined {
  const { value } = spot;
  if (belongs.includes('list') && typeof value === 'string') return `write ${inBackticks(`[${value}]`)}`;
  if (belongs.includes('`true`') && typeof value === 'string') return truthHint(value);
  const isText = belongs === 'text' || belongs.startsWith('the id');
  return isText && (typeof value === 'number' || typeof value === 'boolean')
    ? `write \`'${sourceOf(spot)}'\``
    : undefined;
}

/** Advises those who write `yes` and `no`, which YAML no longer reads as truth values. */
export function truthHint(value: string): string | undefined {
  if (/^(yes|y|on|true)$/i.test(value)) return 'write `true`';
  return /^(no|n|off|false)$/i.test(value) ? 'write `false`' : undefined;
}

/** True for blank text, and for a list or map without content where one with content belongs. */
function isEmpty(value: unknown, belongs: string): boolean {
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0 && belongs.startsWith('a list');
  return isMap(value) && Object.keys(value).length === 0 && /^an? (?!list)/.test(belongs);
}
