import { inBackticks, listed } from '../../diagnostics/plain-text.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import type { Scalar } from '../../vocabulary/criterion.ts';
import type { EnumValue, FactType } from '../pack.ts';
import type { Spot } from '../written/written.ts';
import { truthHint } from './check-shape.ts';
import { readName } from './names.ts';
import { readDay } from './read-day.ts';
import { readNumber } from './read-number.ts';
import { reportUnfit, type ScalarContext } from './scalar-context.ts';

/** What a scope or a request can give a value to. A reading has its options for values. */
export type ScalarType = FactType | { readonly is: 'reading'; readonly options: readonly EnumValue[] };

/** Reads a value of the given type: days as day numbers, parties and enum values by their ids. */
export function readScalar(spot: Spot, type: ScalarType, context: ScalarContext): Scalar | undefined {
  switch (type.is) {
    case 'enum':
      return readEnumValue(spot, type, context);
    case 'reading':
      return readOption(spot, type.options, context);
    case 'boolean':
    case 'assessment':
      return readBoolean(spot, context);
    case 'number':
      return readNumber(spot, type, context);
    case 'event':
      return spot.value === 'not-yet'
        ? 'not-yet'
        : readDay(spot, context.report, `${context.phase}/unfit-value`);
    case 'date':
      return readDay(spot, context.report, `${context.phase}/unfit-value`);
    case 'party':
      return readParty(spot, context);
  }
}

/** Reads a candidate or another party; `other` is one that the pack does not declare. */
export function readParty(spot: Spot, context: ScalarContext): string | undefined {
  const hint = 'a party that the pack does not know is `other`';
  const naming = {
    code: `${context.phase}/undeclared-party`,
    noun: 'a party',
    also: ['other'],
    hint,
  } as const;
  return readName(spot, context.parties, naming, context.report);
}

function readEnumValue(
  spot: Spot,
  type: Extract<FactType, { is: 'enum' }>,
  context: ScalarContext,
): string | undefined {
  const { value } = spot;
  const words = [...type.values.map((each) => each.id), ...(type.open ? ['other'] : [])];
  if (typeof value === 'string' && words.includes(value)) return value;
  if (typeof value !== 'string' || value === '') return reportUnfit(spot, `one of ${listed(words)}`, context);
  const hint = didYouMean(value, words) ?? (type.open ? 'write `other`' : `write ${listed(words)}`);
  const message = `${inBackticks(value)} is none of the values that the fact has`;
  return context.report(`${context.phase}/undeclared-value`, spot, message, { hint });
}

function readOption(spot: Spot, options: readonly EnumValue[], context: ScalarContext): string | undefined {
  const { value } = spot;
  const words = options.map((option) => option.id);
  if (typeof value === 'string' && words.includes(value)) return value;
  if (typeof value !== 'string' || value === '') return reportUnfit(spot, `one of ${listed(words)}`, context);
  const hint = didYouMean(value, words) ?? `write ${listed(words)}`;
  const message = `${inBackticks(value)} is no option of the reading`;
  return context.report(`${context.phase}/undeclared-option`, spot, message, { hint });
}

function readBoolean(spot: Spot, context: ScalarContext): boolean | undefined {
  const { value } = spot;
  if (typeof value === 'boolean') return value;
  const hint = typeof value === 'string' ? truthHint(value) : undefined;
  return reportUnfit(spot, '`true` or `false`', context, hint);
}
