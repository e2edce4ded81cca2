import * as z from 'zod';
import { inBackticks } from '../../diagnostics/plain-text.ts';
import type { Limit, Stated } from '../../vocabulary/stated.ts';
import { checkShape } from '../forms/check-shape.ts';
import { complete } from '../forms/complete.ts';
import { checkName, namesOf, readName } from '../forms/names.ts';
import { anything, fullMap } from '../forms/shape-leaves.ts';
import type { Reading } from '../pack.ts';
import { child, entriesOf, type Spot } from '../written/written.ts';
import type { ResolveContext } from './resolve-context.ts';

export const BY_READING_SHAPE = z.strictObject({ reading: anything, of: fullMap });

/** Resolves a value that hangs on an open question: one for each option of its reading. */
export function resolveByReading<T>(
  spot: Spot,
  readLimit: (spot: Spot) => Limit<T> | undefined,
  context: ResolveContext,
): Stated<T> | undefined {
  const shape = checkShape(spot, BY_READING_SHAPE, context.report);
  if (shape === undefined) return undefined;
  const { readings } = context.vocabulary;
  const naming = { code: 'clause/undeclared-reading', noun: 'a reading' } as const;
  const id = readName(child(spot, 'reading'), readings, naming, context.report);
  const reading = id === undefined ? undefined : readings.declared.get(id);
  const options = child(spot, 'of');
  const limits = Object.create(null) as Record<string, Limit<T> | { readonly is: 'unknown' } | undefined>;
  for (const [option, each] of entriesOf(options)) {
    limits[option] = each.value === 'unknown' ? { is: 'unknown' } : readLimit(each);
  }
  const of = complete(limits);
  if (reading === undefined || !hasItsOptions(options, reading, context) || of === undefined)
    return undefined;
  return { is: 'by-reading', reading: reading.id, of: inOptionOrder(of, reading) };
}

/** The order of the reading's options, whatever order the values were written in. */
function inOptionOrder<V>(
  of: Readonly<Record<string, V>>,
  { options }: Reading,
): Readonly<Record<string, V>> {
  const ordered = Object.create(null) as Record<string, V>;
  for (const { id } of options) {
    const value = of[id];
    if (value !== undefined) ordered[id] = value;
  }
  return ordered;
}

function hasItsOptions(spot: Spot, { id, options }: Reading, context: ResolveContext): boolean {
  const { report } = context;
  const naming = { code: 'clause/undeclared-option', noun: 'an option', part: 'key' } as const;
  const given = entriesOf(spot);
  const known = given.map(([option, each]) => checkName(option, each, namesOf(options), naming, report));
  if (!known.every(Boolean)) return false;
  const missing = options.filter((option) => child(spot, option.id).value === undefined);
  for (const option of missing) {
    const message = `option ${inBackticks(option.id)} of ${inBackticks(id)} has no value`;
    report('clause/missing-option', spot, message, {
      hint: `write \`${option.id}: …\`, \`none\` or \`unknown\``,
    });
  }
  return missing.length === 0;
}
