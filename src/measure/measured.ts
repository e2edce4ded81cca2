import type { Fact, Pack } from '../pack/pack.ts';
import { factOf } from '../pack/lookup.ts';
import type { Request } from '../pack/request.ts';
import type { Measure } from '../vocabulary/measure.ts';
import { numberOfPeriods, type FromPeriods } from './number-of-periods.ts';
import { spansOf } from './period-spans.ts';
import { periodsOf, type Period } from './periods.ts';
import { hullOf, joined, type Span } from './span.ts';
import { talliesOf, type Keys, type Place, type Tally } from './tallies.ts';
import { totalsOf } from './totals.ts';

/** What a record says of a measure: every number that it can be, and what it was found from. */
export interface Measured {
  /** In order, with a gap between each two. */
  readonly spans: readonly Span[];
  /** False where there were too many happenings of unknown keys, so that the spans may hold more than is possible. */
  readonly isExact: boolean;
  /** The periods that give the lowest possible number; left out where there are none. */
  readonly period?: Period;
  /** False where some happening may count and may not. */
  readonly isPlaced: boolean;
  /** How many happenings of those periods are counted for certain. */
  readonly count: number;
}

/** Finds what the record of a request says of a measure for some keys; `added` is what the request itself counts for. */
export function measured(
  { measure, shareOf }: ResolvedMeasure,
  { happened, date }: Pick<Request, 'happened' | 'date'>,
  keys: Keys,
  added = 0,
): Measured {
  const periods = periodsOf(measure, date);
  const entries = (happened?.entries ?? []).filter(({ on }) => on <= date);
  const completeTo = happened?.completeTo ?? -Infinity;
  const { tallies, decimals } = talliesOf(entries, measure, shareOf, keys);
  const { choices, isExact } = choicesOf(tallies, periods.length);
  const found = choices.map((places) => {
    const totals = totalsOf(periods, tallies, places, completeTo);
    return numberOfPeriods(measure.in, spansOf(measure, periods, totals, { decimals, added }), added);
  });
  const spans = found.map(({ span }) => span);
  return {
    spans: isExact ? joined(spans) : [hullOf(spans)],
    isExact,
    isPlaced: tallies.every(({ places }) => places.length === 1),
    ...foundIn(found[0], periods, tallies),
  };
}

/** The days that give the number, and how many happenings count in them. */
function foundIn(
  found: FromPeriods | undefined,
  periods: readonly Period[],
  tallies: readonly Tally[],
): Pick<Measured, 'period' | 'count'> {
  const [from, to] = [periods[found?.first ?? -1], periods[found?.last ?? -1]];
  if (from === undefined || to === undefined) return { count: 0 };
  const period = { from: from.from, to: to.to };
  return { period, count: countIn(tallies, period) };
}

/** A measure with the one of which it is a share. */
export interface ResolvedMeasure {
  readonly measure: Measure;
  readonly shareOf?: Measure;
}

/** Gives a fact's measure with the one of which it is a share. */
export function measureOf({ id, measure }: Fact, pack: Pack): ResolvedMeasure {
  if (measure === undefined) throw new RangeError(`\`${id}\` is no measure`);
  const shareOf = measure.shareOf === undefined ? undefined : factOf(pack, measure.shareOf).measure;
  return { measure, ...(shareOf !== undefined && { shareOf }) };
}

interface Choices {
  readonly choices: readonly ReadonlyMap<Tally, Place>[];
  readonly isExact: boolean;
}

/** Beyond this many periods in all, places are not told apart one by one. */
const MOST_WORK = 20_000;

/** Every way in which happenings of unknown keys can fall; where these are too many, the lowest and the highest. */
function choicesOf(tallies: readonly Tally[], periods: number): Choices {
  const open = tallies.filter(({ places }) => places.length > 1);
  const ways = open.reduce((product, { places }) => Math.min(product * places.length, MOST_WORK + 1), 1);
  if (ways * Math.max(1, periods + tallies.length) > MOST_WORK && open.length > 0) {
    const all = (order: readonly Place[]): ReadonlyMap<Tally, Place> =>
      new Map(
        open.map((tally) => [tally, order.find((place) => tally.places.includes(place)) ?? 'out'] as const),
      );
    return { choices: [all(['rest', 'out']), all(['counted', 'out'])], isExact: false };
  }
  const choices = open.reduce<readonly ReadonlyMap<Tally, Place>[]>(
    (chosen, tally) => chosen.flatMap((each) => tally.places.map((place) => new Map(each).set(tally, place))),
    [new Map()],
  );
  return { choices, isExact: true };
}

function countIn(tallies: readonly Tally[], { from, to }: Period): number {
  return tallies.filter(
    ({ on, places }) => on >= from && on <= to && places.length === 1 && places[0] === 'counted',
  ).length;
}
