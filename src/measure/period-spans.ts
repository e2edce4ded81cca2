import type { Measure } from '../vocabulary/measure.ts';
import type { Period } from './periods.ts';
import { fractionOf, numberOf, unitsOf, placesOf, type Fraction } from './scaled.ts';
import { NO_END, type End, type Span } from './span.ts';
import type { Total } from './totals.ts';

/** Gives for each period all that the measure can come to in it, `added` to each. */
export function spansOf(
  measure: Measure,
  periods: readonly Period[],
  totals: readonly Total[],
  { decimals, added }: { readonly decimals: number; readonly added: number },
): readonly Span[] {
  if (measure.shareOf !== undefined) return totals.map(shareSpan);
  const places = Math.max(decimals, placesOf(measure.excessOver ?? 0), placesOf(added));
  const unit = 10n ** BigInt(places - decimals);
  const inUnits = (value: number): bigint => unitsOf(value, places);
  return totals.map((total, index) => {
    const carried = carriedFrom(measure, totals[index - 1], unit, inUnits);
    const own = total.counted * unit + inUnits(added);
    const days = daysIn(measure, periods[index]);
    const value = (units: bigint): number =>
      numberOf(dividedBy({ top: units, bottom: 10n ** BigInt(places) }, days));
    const mayBeMore = total.mayCountMore || carried.mayBeMore;
    return {
      low: { at: value(own + carried.least), side: 'before' },
      high: mayBeMore ? { at: NO_END, side: 'before' } : { at: value(own + carried.least), side: 'after' },
    };
  });
}

interface Carried {
  readonly least: bigint;
  readonly mayBeMore: boolean;
}

/** What the period before had beyond the figure of which the excess is carried forward. */
function carriedFrom(
  { excessOver }: Measure,
  before: Total | undefined,
  unit: bigint,
  inUnits: (value: number) => bigint,
): Carried {
  if (excessOver === undefined || before === undefined) return { least: 0n, mayBeMore: false };
  const excess = before.counted * unit - inUnits(excessOver);
  return { least: excess > 0n ? excess : 0n, mayBeMore: before.mayCountMore };
}

function daysIn({ isDaily }: Measure, period: Period | undefined): bigint {
  return isDaily && period !== undefined ? BigInt(period.to - period.from + 1) : 1n;
}

function dividedBy({ top, bottom }: Fraction, days: bigint): Fraction {
  return { top, bottom: bottom * days };
}

/** The share, in percent, that what is counted can have in all. A share of nothing can be any. */
function shareSpan({ counted, rest, mayCountMore, mayRestBeMore }: Total): Span {
  return { low: leastShare(counted, rest, mayRestBeMore), high: mostShare(counted, rest, mayCountMore) };
}

function leastShare(counted: bigint, rest: bigint, mayRestBeMore: boolean): End {
  if (counted === 0n) return { at: 0, side: 'before' };
  return mayRestBeMore ? { at: 0, side: 'after' } : { at: percent(counted, rest), side: 'before' };
}

function mostShare(counted: bigint, rest: bigint, mayCountMore: boolean): End {
  if (rest === 0n) return { at: WHOLE, side: 'after' };
  return mayCountMore ? { at: WHOLE, side: 'before' } : { at: percent(counted, rest), side: 'after' };
}

const WHOLE = 100;

function percent(counted: bigint, rest: bigint): number {
  return numberOf({ top: counted * fractionOf(WHOLE).top, bottom: counted + rest });
}
