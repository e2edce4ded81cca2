import { NO_END, onlyNumberIn, type Span } from '../../measure/span.ts';
import type { Fact } from '../../pack/pack.ts';
import { isoFromDay } from '../../vocabulary/day.ts';
import type { CountedTrace } from '../trace.ts';
import type { MeasureFinding } from './measure-findings.ts';

/** Puts in words what a measure can be: `20 MW`, `at least 20 MW`; `undefined` where it can be anything. */
export function describeSpan(span: Span, figure: (value: number) => string): string | undefined {
  const only = onlyNumberIn(span);
  if (only !== undefined) return Number.isFinite(only) ? figure(only) : 'none before a period has closed';
  const { low, high } = span;
  const isLowest = low.at < 0 || (low.at === 0 && low.side === 'before');
  const least = isLowest ? [] : [`${low.side === 'before' ? 'at least' : 'more than'} ${figure(low.at)}`];
  const most =
    high.at >= NO_END ? [] : [`${high.side === 'after' ? 'at most' : 'less than'} ${figure(high.at)}`];
  const words = [...least, ...most].join(' and ');
  return words === '' ? undefined : words;
}

/** Gives what a measure was found from, where its keys are known. */
export function countedIn(
  { measured, completeTo }: MeasureFinding,
  { measure }: Fact,
): { readonly counted?: CountedTrace } {
  if (measured === undefined || measure === undefined) return {};
  const { period, count } = measured;
  return {
    counted: {
      ...(period !== undefined && { from: isoFromDay(period.from), to: isoFromDay(period.to) }),
      happenings: count,
      ...(completeTo !== undefined && { completeTo: isoFromDay(completeTo) }),
    },
  };
}
