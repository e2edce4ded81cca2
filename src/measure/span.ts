/** An end of a span: just before a number, or just after it. Ends can be ordered. */
export interface End {
  readonly at: number;
  readonly side: 'before' | 'after';
}

/** Numbers without a gap: from an end to a later one. */
export interface Span {
  readonly low: End;
  readonly high: End;
}

/** No sum comes up to this; what has no upper end ends before it. */
export const NO_END = Number.MAX_VALUE;

/** Before any period has closed: above every figure, even one that is not known. */
export const ABOVE_ALL: Span = {
  low: { at: Infinity, side: 'before' },
  high: { at: Infinity, side: 'after' },
};

/** Orders two ends as they lie on the line. */
function compareEnds(one: End, other: End): number {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1;
  if (one.side === other.side) return 0;
  return one.side === 'before' ? -1 : 1;
}

/** The span of one number. */
export function pointAt(at: number): Span {
  return { low: { at, side: 'before' }, high: { at, side: 'after' } };
}

/** The only number of a span, if it has no more. */
export function onlyNumberIn({ low, high }: Span): number | undefined {
  return low.at === high.at && low.side !== high.side ? low.at : undefined;
}

/** True where a span has some number between two ends, of which either may be missing. */
export function reachesBetween({ low, high }: Span, from: End | undefined, to: End | undefined): boolean {
  return (
    (to === undefined || compareEnds(low, to) < 0) && (from === undefined || compareEnds(from, high) < 0)
  );
}

/** The smallest span of each end by itself: for each of two spans the lower low and the lower high. */
export function lower(one: Span, other: Span): Span {
  return { low: first(one.low, other.low), high: first(one.high, other.high) };
}

/** For each of two spans the higher low and the higher high. */
export function higher(one: Span, other: Span): Span {
  return { low: last(one.low, other.low), high: last(one.high, other.high) };
}

/** From the lowest end of some spans to the highest. */
export function hullOf(spans: readonly Span[]): Span {
  const [start, ...others] = spans;
  if (start === undefined) throw new RangeError('there is no span');
  return others.reduce(
    (hull, { low, high }) => ({ low: first(hull.low, low), high: last(hull.high, high) }),
    start,
  );
}

/** Spans in order, those that touch or overlap made one. */
export function joined(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of spans.toSorted((one, other) => compareEnds(one.low, other.low))) {
    const before = result.at(-1);
    if (before !== undefined && compareEnds(span.low, before.high) <= 0)
      result[result.length - 1] = hullOf([before, span]);
    else result.push(span);
  }
  return result;
}

function first(one: End, other: End): End {
  return compareEnds(one, other) <= 0 ? one : other;
}

function last(one: End, other: End): End {
  return compareEnds(one, other) >= 0 ? one : other;
}
