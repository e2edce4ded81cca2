import type { Comparison, Scalar, Test } from '../../vocabulary/criterion.ts';
import { limitsIn } from '../../vocabulary/stated.ts';
import { NO_END } from '../../measure/span.ts';
import { isoFromDay } from '../../vocabulary/day.ts';
import { boundsOf, classCount, intervalOfClass, lineOf, rankOfClass, type Cut, type Line } from './line.ts';
import type { ValueClass } from './variable.ts';

/** Numbers or days, cut wherever a test can change sides. */
export interface LineDomain {
  readonly is: 'line';
  readonly line: Line;
  /** True for days and counts. */
  readonly isWhole: boolean;
  readonly isDay: boolean;
  /** The facts, this one included, that are compared with each other and so share one line. */
  readonly group: readonly string[];
  readonly classes: readonly ValueClass[];
}

type OrderComparison = Extract<Comparison, { bound: unknown }>['is'];

/** The cut at which a comparison changes sides, and whether it holds beyond it. */
export const TURNS: Readonly<
  Record<OrderComparison, { readonly side: Cut['side']; readonly holdsBeyond: boolean }>
> = {
  'at-least': { side: 'before', holdsBeyond: true },
  'on-or-after': { side: 'before', holdsBeyond: true },
  'more-than': { side: 'after', holdsBeyond: true },
  after: { side: 'after', holdsBeyond: true },
  'at-most': { side: 'after', holdsBeyond: false },
  'on-or-before': { side: 'after', holdsBeyond: false },
  'less-than': { side: 'before', holdsBeyond: false },
  before: { side: 'before', holdsBeyond: false },
};

/** Gives the domain of facts that the tests look at, and that are compared among themselves. */
export function lineDomain(
  tests: readonly Test[],
  group: readonly string[],
  sort: 'days' | 'counts' | 'numbers',
): LineDomain {
  return cutDomain(tests.flatMap(cutsOf), group, sort);
}

/** Gives the domain of a line that is cut in some places. */
export function cutDomain(
  cuts: readonly Cut[],
  group: readonly string[],
  sort: 'days' | 'counts' | 'numbers',
): LineDomain {
  const [isWhole, isDay] = [sort !== 'numbers', sort === 'days'];
  const line = lineOf(cuts, group.length, isWhole);
  const classes = Array.from({ length: classCount(line) }, (_, klass) =>
    labelled(line, klass, isWhole, isDay),
  );
  return { is: 'line', line, isWhole, isDay, group, classes };
}

/** Every place at which a test can change sides, whatever is assumed or read. */
export function cutsOf({ comparison }: Test): readonly Cut[] {
  if (comparison.is === 'same-as') return [];
  if (comparison.is === 'one-of') return comparison.values.flatMap(around);
  const { side } = TURNS[comparison.is];
  return limitsIn<number>(comparison.bound).flatMap((limit) =>
    limit.is === 'set' ? [{ at: limit.value, side }] : [],
  );
}

function around(value: Scalar): readonly Cut[] {
  if (typeof value !== 'number') return [];
  return [
    { at: value, side: 'before' },
    { at: value, side: 'after' },
  ];
}

function labelled(line: Line, klass: number, isWhole: boolean, isDay: boolean): ValueClass {
  const rank = rankOfClass(line, klass);
  const { low, high } = endedBounds(boundsOf(line, intervalOfClass(line, klass)));
  if (low?.at === NO_END) return NONE_CLOSED;
  const label = labelBetween({ ...(low && { low }), ...(high && { high }) }, (value) =>
    isDay ? isoFromDay(value) : String(value),
  );
  return {
    label: rank === 0 ? label : `${label} (#${String(rank + 1)})`,
    sample: sampleIn(low, high, rank, isWhole),
  };
}

function labelBetween({ low, high }: Bounds, write: (value: number) => string): string {
  if (low !== undefined && low.at === high?.at) return write(low.at);
  const parts = [
    ...(low === undefined ? [] : [`${low.side === 'before' ? 'at least' : 'more than'} ${write(low.at)}`]),
    ...(high === undefined ? [] : [`${high.side === 'before' ? 'less than' : 'at most'} ${write(high.at)}`]),
  ];
  return parts.length === 0 ? 'any' : parts.join(', ');
}

const NONE_CLOSED: ValueClass = { label: 'none before a period has closed', sample: NO_END };

/** Up to where no sum comes there is no upper end. */
function endedBounds({ low, high }: Bounds): Bounds {
  return { ...(low !== undefined && { low }), ...(high !== undefined && high.at !== NO_END && { high }) };
}

type Bounds = ReturnType<typeof boundsOf>;

/** A number of an interval, above nothing where that can be; of higher rank, a higher one. */
function sampleIn(low: Cut | undefined, high: Cut | undefined, rank: number, isWhole: boolean): number {
  if (low === undefined) return high === undefined ? rank : sampleBelow(high, rank, isWhole);
  if (high === undefined) return low.at + (low.side === 'before' ? 0 : 1) + rank;
  if (isWhole) return low.at + rank;
  if (low.at === high.at) return low.at;
  return low.at + ((high.at - low.at) * (rank + 1)) / (rank + 2);
}

function sampleBelow({ at }: Cut, rank: number, isWhole: boolean): number {
  return isWhole || at <= 0 ? at - 1_000 + rank : (at * (rank + 1)) / (rank + 2);
}
