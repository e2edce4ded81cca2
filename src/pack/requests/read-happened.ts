import { inBackticks, listed } from '../../diagnostics/plain-text.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import { isoFromDay, type Day } from '../../vocabulary/day.ts';
import type { KeyValue } from '../../vocabulary/measure.ts';
import { checkShape, nameOf, reportUnknownKey, reportWrong } from '../forms/check-shape.ts';
import { complete, completeList, optional } from '../forms/complete.ts';
import { readDay } from '../forms/read-day.ts';
import { readNumber } from '../forms/read-number.ts';
import type { Happening } from '../pack.ts';
import type { HappeningEntry, HappeningsRecord } from '../request.ts';
import { readKeyValue, typeOfKey } from '../vocabulary/read-measure-keys.ts';
import { child, entriesOf, isMap, itemsOf, type Spot } from '../written/written.ts';
import type { RequestContext } from './request-context.ts';
import { HAPPENED_SHAPE } from './request-shapes.ts';

/** Reads the record of what measures count. Unsaid, it is complete to its last entry, or, with none, to the request's date. */
export function readHappened(
  spot: Spot,
  date: Day | undefined,
  context: RequestContext,
): HappeningsRecord | undefined {
  const shape = checkShape(spot, HAPPENED_SHAPE, context.report);
  const completeTo = optional(spot, 'complete-to', 'completeTo', (day) => readDay(day, context.report));
  const read = itemsOf(child(spot, 'entries')).map((each) => readEntry(each, date, context));
  const entries = completeList(read)?.toSorted((one, other) => one.on - other.on);
  const resolved = complete({ entries, completeTo: entries?.at(-1)?.on ?? date, ...completeTo });
  return shape === undefined ? undefined : resolved;
}

function readEntry(spot: Spot, date: Day | undefined, context: RequestContext): HappeningEntry | undefined {
  const { value } = spot;
  if (!isMap(value)) return reportWrong(spot, 'a map', context.report);
  const kinds = context.pack.happenings.filter(({ id }) => Object.hasOwn(value, id));
  const [happening, second] = kinds;
  if (happening === undefined || second !== undefined) return reportKinds(spot, kinds, context);
  const on = readDayOf(spot, happening, date, context);
  const amounts = Object.create(null) as Record<string, number | undefined>;
  const keys = Object.create(null) as Record<string, readonly KeyValue[] | undefined>;
  const parts = entriesOf(spot).filter(([key, each]) => key !== happening.id && each.value !== 'unknown');
  for (const [key, each] of parts) {
    if (Object.hasOwn(happening.amounts, key)) amounts[key] = readAmount(each, key, happening, context);
    else if (happening.toldBy.includes(key)) keys[key] = readKey(each, key, context);
    else reportUnknownKey(spot, key, wordsOf(happening), context.report);
  }
  return complete({ is: happening.id, on, amounts: complete(amounts), keys: complete(keys) });
}

function wordsOf({ amounts, toldBy }: Happening): readonly string[] {
  return [...Object.keys(amounts), ...toldBy];
}

/** The day of a happening, which is not after the request. */
function readDayOf(
  spot: Spot,
  { id }: Happening,
  date: Day | undefined,
  { report }: RequestContext,
): Day | undefined {
  const on = readDay(child(spot, id), report);
  if (on === undefined || date === undefined || on <= date) return on;
  const message = `${inBackticks(id)} happened after ${isoFromDay(date)}, the day of the request`;
  return report('request/happened-too-late', child(spot, id), message);
}

function readAmount(
  spot: Spot,
  key: string,
  { amounts }: Happening,
  context: RequestContext,
): number | undefined {
  const type = amounts[key];
  const amount = type === undefined ? undefined : readNumber(spot, type, context);
  if (amount === undefined || amount >= 0) return amount;
  return context.report('request/negative-amount', spot, `${inBackticks(key)} is less than nothing`);
}

function readKey(spot: Spot, key: string, context: RequestContext): readonly KeyValue[] | undefined {
  const type = typeOfKey(key, context.vocabulary.facts);
  return type && readKeyValue(spot, type, context);
}

function reportKinds(spot: Spot, kinds: readonly Happening[], context: RequestContext): undefined {
  const known = context.pack.happenings.map(({ id }) => id);
  const found = kinds.map(({ id }) => id);
  if (found.length > 1) {
    const message = `${nameOf(spot)} is two happenings, ${listed(found, 'and')}`;
    return context.report('request/undeclared-happening', spot, message);
  }
  const keys = isMap(spot.value) ? Object.keys(spot.value) : [];
  const near = keys.map((key) => didYouMean(key, known)).find((hint) => hint !== undefined);
  const hint =
    near ?? (known.length === 0 ? 'the pack has none' : `the happenings are ${listed(known, 'and')}`);
  return context.report('request/undeclared-happening', spot, `${nameOf(spot)} is no happening of the pack`, {
    hint,
  });
}
