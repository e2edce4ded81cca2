import { inBackticks, listed } from '../../diagnostics/plain-text.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import type { FactType } from '../pack.ts';
import type { Spot } from '../written/written.ts';
import { reportUnfit, type ScalarContext } from './scalar-context.ts';

type NumberType = Extract<FactType, { is: 'number' }>;

/** Reads a finite number, plain or with one of the fact's units: `1.2 GW` where the unit is MW gives 1200. */
export function readNumber(spot: Spot, type: NumberType, context: ScalarContext): number | undefined {
  const { value } = spot;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  const measured = typeof value === 'string' ? MEASURED.exec(value) : null;
  if (measured !== null && type.unit !== undefined) return readMeasured(spot, measured, type, context);
  return reportUnfit(spot, belongsIn(type), context, numberHint(value, type));
}

function readMeasured(
  spot: Spot,
  [, digits = '', unit = '']: readonly string[],
  type: NumberType,
  context: ScalarContext,
): number | undefined {
  const factor = worth(unit, type);
  if (factor === undefined) return reportUnit(spot, unit, type, context);
  const converted = factor === 1 ? Number(digits) : Number((Number(digits) * factor).toPrecision(PRECISION));
  return Number.isFinite(converted) ? converted : reportUnfit(spot, belongsIn(type), context);
}

function belongsIn({ unit }: NumberType): string {
  return unit === undefined ? 'a number' : `a number of ${unit}`;
}

/** Significant digits that are kept when a unit is converted, so that 0.1 GW is 100 MW. */
const PRECISION = 12;

/** What may name a unit: no spaces in it, and nothing at its beginning that a number could go on with. */
export const UNIT = /^[^\s\d.,+-]\S{0,29}$/u;

const MEASURED = /^\s*([-+]?\d{1,15}(?:\.\d{1,15})?)\s+([^\s\d.,+-]\S{0,29})\s*$/u;

function worth(unit: string, { unit: own, units = {} }: NumberType): number | undefined {
  if (unit === own) return 1;
  return Object.hasOwn(units, unit) ? units[unit] : undefined;
}

function reportUnit(spot: Spot, unit: string, type: NumberType, context: ScalarContext): undefined {
  const units = [...(type.unit === undefined ? [] : [type.unit]), ...Object.keys(type.units ?? {})];
  const hint = didYouMean(unit, units) ?? `the fact is given in ${listed(units)}`;
  const message = `${inBackticks(unit)} is no unit that the fact has`;
  return context.report(`${context.phase}/undeclared-unit`, spot, message, { hint });
}

function numberHint(value: unknown, type: NumberType): string | undefined {
  const [, digits, rest = ''] = typeof value === 'string' ? (NUMBER_FIRST.exec(value) ?? []) : [];
  if (digits === undefined)
    return `write it in digits, such as \`100${type.unit === undefined ? '' : ` ${type.unit}`}\``;
  return worth(rest, type) === undefined
    ? `write \`${digits}\`, without quotes and without the unit`
    : `write \`${digits} ${rest}\`, with a space`;
}

const NUMBER_FIRST = /^\s*([-+]?\d{1,15}(?:\.\d{1,15})?)(?![\d.,])\s*(\S{0,30})/u;
