import type { Which } from '../vocabulary/measure.ts';
import { ABOVE_ALL, higher, lower, pointAt, type Span } from './span.ts';

/** The number that a measure gives, as far as it is known, and the periods that give it, by place. */
export interface FromPeriods {
  readonly span: Span;
  readonly first: number;
  readonly last: number;
}

/** Picks the number of the period that is meant. Where there is none yet, nothing was reached but by the request itself, and no floor was missed. */
export function numberOfPeriods(which: Which, spans: readonly Span[], added: number): FromPeriods {
  if (which.is === 'current' || which.is === 'last-closed') {
    const last = spans.length - 1;
    const none = which.is === 'current' ? pointAt(added) : ABOVE_ALL;
    return { span: spans[last] ?? none, first: last, last };
  }
  const isLow = which.is === 'low-for' || which.is === 'lowest-closed';
  const length = 'periods' in which ? which.periods : 1;
  const runs = runsOf(spans, length, isLow);
  const [start, ...others] = runs;
  if (start === undefined) return { span: isLow ? ABOVE_ALL : pointAt(0), first: -1, last: -1 };
  const pick = isLow ? lower : higher;
  const span = others.reduce((one, other) => pick(one, other), start);
  const first = runs.findIndex(({ low }) => low.at === span.low.at && low.side === span.low.side);
  return { span, first, last: first + length - 1 };
}

/** What each run of so many periods comes to: where low figures are looked for its highest, otherwise its lowest. */
function runsOf(spans: readonly Span[], length: number, isLow: boolean): readonly Span[] {
  const within = isLow ? higher : lower;
  return spans.slice(0, Math.max(0, spans.length - length + 1)).flatMap((start, place) => {
    return [spans.slice(place + 1, place + length).reduce((one, other) => within(one, other), start)];
  });
}
