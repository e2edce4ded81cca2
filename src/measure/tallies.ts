import type { HappeningEntry } from '../pack/request.ts';
import type { Day } from '../vocabulary/day.ts';
import type { KeyValue, Measure } from '../vocabulary/measure.ts';
import { placesOf, unitsOf } from './scaled.ts';

/** Where a happening falls: in what is counted, in the rest of which a share is taken, or in neither. */
export type Place = 'counted' | 'rest' | 'out';

/** A happening as a measure sees it. */
export interface Tally {
  readonly on: Day;
  /** In the last decimal place of all amounts; `undefined` where it is not known. */
  readonly amount: bigint | undefined;
  /** More than one where its keys are not known. */
  readonly places: readonly Place[];
}

/** The happenings that can count, by day, with the decimal places in which their amounts are written. */
export interface Tallies {
  readonly tallies: readonly Tally[];
  readonly decimals: number;
}

/** The values of the keys for which a measure is asked. */
export type Keys = Readonly<Record<string, KeyValue>>;

/** Takes from a record what a measure, and the one of which it is a share, can count for some keys. */
export function talliesOf(
  entries: readonly HappeningEntry[],
  measure: Measure,
  whole: Measure | undefined,
  keys: Keys,
): Tallies {
  const seen = entries.flatMap((entry) => {
    const places = placesOfEntry(entry, measure, whole, keys);
    return places.every((place) => place === 'out')
      ? []
      : [{ entry, places, amount: amountOf(entry, measure) }];
  });
  const decimals = Math.max(0, ...seen.map(({ amount }) => (amount === undefined ? 0 : placesOf(amount))));
  const tallies = seen.map(({ entry, places, amount }) => ({
    on: entry.on,
    amount: amount === undefined ? undefined : unitsOf(amount, decimals),
    places,
  }));
  return { tallies, decimals };
}

function amountOf({ is, amounts }: HappeningEntry, { counted }: Measure): number | undefined {
  const amount = counted.find(({ happening }) => happening === is)?.amount;
  if (amount === undefined) return 1;
  return Object.hasOwn(amounts, amount) ? amounts[amount] : undefined;
}

function placesOfEntry(
  entry: HappeningEntry,
  measure: Measure,
  whole: Measure | undefined,
  keys: Keys,
): readonly Place[] {
  const isCounted = fits(entry, measure, keys);
  const isInWhole = whole === undefined ? isCounted : fits(entry, whole, keys);
  if (whole === undefined) return placesFor(isCounted, 'counted', 'out');
  if (isInWhole === 'no') return ['out'];
  const within = placesFor(isCounted, 'counted', 'rest');
  return isInWhole === 'yes' ? within : [...within, 'out'];
}

type Fit = 'yes' | 'no' | 'perhaps';

function placesFor(fit: Fit, inside: Place, outside: Place): readonly Place[] {
  if (fit === 'perhaps') return [inside, outside];
  return [fit === 'yes' ? inside : outside];
}

/** Whether a happening is one that the measure counts, as far as its keys are known. */
function fits(entry: HappeningEntry, { counted, where, by }: Measure, keys: Keys): Fit {
  if (!counted.some(({ happening }) => happening === entry.is)) return 'no';
  const wanted = [
    ...Object.entries(where),
    ...by.flatMap((key): [string, readonly KeyValue[]][] => {
      const value = Object.hasOwn(keys, key) ? keys[key] : undefined;
      return value === undefined ? [] : [[key, [value]]];
    }),
  ];
  const found = wanted.map(([key, values]) =>
    fitOf(Object.hasOwn(entry.keys, key) ? entry.keys[key] : undefined, values),
  );
  if (found.includes('no')) return 'no';
  return found.includes('perhaps') ? 'perhaps' : 'yes';
}

function fitOf(known: readonly KeyValue[] | undefined, wanted: readonly KeyValue[]): Fit {
  if (known === undefined) return 'perhaps';
  const some = known.filter((value) => wanted.includes(value)).length;
  if (some === 0) return 'no';
  return some === known.length ? 'yes' : 'perhaps';
}
