import type { Measure } from '../../src/vocabulary/measure.ts';
import type { Fact, Pack } from '../../src/pack/pack.ts';
import type { HappeningEntry, Request } from '../../src/pack/request.ts';
import type { Scalar } from '../../src/vocabulary/criterion.ts';
import { limitsIn } from './naive-limits-of.ts';
import { closingDay, everyPeriod } from './naive-periods.ts';
import { testsOfPack } from './naive-tests.ts';
import { TooManyCompletions } from './naive-completion.ts';

/** Under this id the judge names whatever the record of happenings leaves open. */
export const HAPPENED_ID = 'happened';

/** One thing that happened, with nothing left open. */
interface Happening {
  readonly is: string;
  readonly on: number;
  readonly amount: number;
  /** How many there were. */
  readonly times: number;
  readonly keys: Readonly<Record<string, Scalar>>;
}

/** Amounts enough to reach, from any half, each figure that generated scopes compare with, and what lies between. */
const AMOUNTS = [...Array.from({ length: 13 }, (_, index) => index / 2), 50];

const MOST = 3_000;

/** Two measures are filled in together; of a pack with more, each is filled in by itself, with the one of which it is a share. */
export function viewFor(pack: Pack, id: string): Pack {
  const measures = pack.facts.filter(({ measure }) => measure !== undefined);
  if (measures.length <= 2) return pack;
  const whole = measures.find((fact) => fact.id === id)?.measure?.shareOf;
  const facts = pack.facts.filter(
    (fact) => fact.measure === undefined || fact.id === id || fact.id === whole,
  );
  return { ...pack, facts };
}

/** What all measures of a pack come to, for some values of the keys, in each case that the record leaves open. */
export function numbersOfMeasures(
  pack: Pack,
  request: Request,
  keys: Readonly<Record<string, Scalar>>,
): readonly Readonly<Record<string, number>>[] {
  const key = JSON.stringify([request.date, keys, pack.facts.map(({ id }) => id)]);
  const own = kept.get(request.happened ?? pack) ?? new Map<string, Numbers>();
  kept.set(request.happened ?? pack, own);
  const known = own.get(key);
  if (known !== undefined) return known;
  const numbers = everyNumber(pack, request, keys);
  own.set(key, numbers);
  return numbers;
}

type Numbers = readonly Readonly<Record<string, number>>[];

/** What was reckoned for each record, for it is asked in every completion. */
const kept = new WeakMap<object, Map<string, Numbers>>();

function everyNumber(pack: Pack, request: Request, keys: Readonly<Record<string, Scalar>>): Numbers {
  const measures = pack.facts.filter(({ measure }) => measure !== undefined);
  const found = new Map<string, Readonly<Record<string, number>>>();
  for (const happened of completions(pack, request, keys)) {
    const numbers = Object.fromEntries(
      measures.map((fact) => [fact.id, numberOf(fact, pack, request.date, happened, keys)]),
    );
    found.set(JSON.stringify(numbers), numbers);
  }
  return [...found.values()];
}

/** Everything that the record may hold of one measure, whatever its keys are. */
export function pastsOf(pack: Pack, request: Request, fact: Fact): readonly number[] {
  const by = fact.measure?.by ?? [];
  const combinations = product(
    by.map((key) => valuesOfKey(pack, key).map((value) => [key, value] as const)),
  ).map((pairs): Record<string, Scalar> => Object.fromEntries(pairs));
  const all = combinations.flatMap((keys) =>
    numbersOfMeasures(pack, request, keys).map((each) => each[fact.id] ?? 0),
  );
  return [...new Set(all)].filter((past) => Number.isFinite(past)).sort((one, other) => one - other);
}

/** Every way in which the record may be filled in: what entries leave out, and more happenings on the days after it. */
function completions(
  pack: Pack,
  request: Request,
  keys: Readonly<Record<string, Scalar>>,
): readonly (readonly Happening[])[] {
  const { happened, date } = request;
  const amounts = amountsFor(pack, request, keys);
  const known = (happened?.entries ?? []).map((entry) => everyEntry(entry, pack, amounts));
  const later = daysOfGap(pack, happened?.completeTo ?? -Infinity, date).flatMap((on) =>
    countedIn(pack).flatMap(({ id, toldBy }) =>
      keysOfLater(pack, toldBy, keys).map((own) =>
        amounts.map((amount) => ({ is: id, on, amount, times: Math.ceil(amount), keys: own })),
      ),
    ),
  );
  return product([...known, ...later]);
}

function countedIn({ facts, happenings }: Pack): Pack['happenings'] {
  const counted = new Set(
    facts.flatMap(({ measure }) => measure?.counted.map(({ happening }) => happening) ?? []),
  );
  return happenings.filter(({ id }) => counted.has(id));
}

/** What happened later counts for these keys, and where a share is taken, also for its rest; for others it is of no matter. */
function keysOfLater(
  pack: Pack,
  toldBy: readonly string[],
  keys: Readonly<Record<string, Scalar>>,
): readonly Readonly<Record<string, Scalar>>[] {
  const measures = pack.facts.flatMap(({ measure }) => (measure === undefined ? [] : [measure]));
  const hasShare = measures.some(({ shareOf }) => shareOf !== undefined);
  const values = toldBy.map((key) => {
    if (Object.hasOwn(keys, key)) return [[key, keys[key] ?? true] as const];
    const wanted = measures.flatMap(({ where }) => where[key] ?? []);
    const others = valuesOfKey(pack, key).filter((value) => !(wanted as readonly Scalar[]).includes(value));
    const tried = [...wanted.slice(0, 1), ...(hasShare || wanted.length === 0 ? others.slice(0, 1) : [])];
    return tried.map((value) => [key, value] as const);
  });
  return product(values).map((pairs) => Object.fromEntries(pairs));
}

/** After the record, one day of all that lie in the same periods. */
function daysOfGap(pack: Pack, completeTo: number, date: number): readonly number[] {
  const periods = pack.facts.flatMap(({ measure }) =>
    measure === undefined ? [] : everyPeriod(measure, date),
  );
  const turns = periods.flatMap(({ from, to }) => [from, to + 1]);
  return [...new Set([completeTo + 1, ...turns])].filter(
    (day) => day > completeTo && day <= date && Number.isFinite(day),
  );
}

function everyEntry(entry: HappeningEntry, pack: Pack, open: readonly number[]): readonly Happening[] {
  const declared = pack.happenings.find(({ id }) => id === entry.is);
  if (declared === undefined) throw new RangeError(`no happening ${entry.is}`);
  const [name] = Object.keys(declared.amounts);
  const known = name === undefined ? 1 : entry.amounts[name];
  const amounts = known === undefined ? open : [known];
  const told = product(
    declared.toldBy.map((key) =>
      (entry.keys[key] ?? valuesOfKey(pack, key)).map((value) => [key, value] as const),
    ),
  ).map((pairs): Record<string, Scalar> => Object.fromEntries(pairs));
  return amounts.flatMap((amount) =>
    told.map((keys) => ({ is: entry.is, on: entry.on, amount, times: 1, keys })),
  );
}

function valuesOfKey(pack: Pack, key: string): readonly Scalar[] {
  const type = pack.facts.find(({ id }) => id === key)?.type;
  if (key === 'provider' || type?.is === 'party') return [...pack.parties.map(({ id }) => id), 'other'];
  return type?.is === 'enum'
    ? [...type.values.map(({ id }) => id), ...(type.open ? ['other'] : [])]
    : [true, false];
}

function product<T>(parts: readonly (readonly T[])[]): readonly (readonly T[])[] {
  const ways = parts.reduce((all, part) => all * part.length, 1);
  if (ways > MOST) throw new TooManyCompletions(`${String(ways)} ways in which the record may be filled in`);
  return parts.reduce<readonly (readonly T[])[]>(
    (all, part) => all.flatMap((one) => part.map((each) => [...one, each])),
    [[]],
  );
}

/** The number of a measure where everything is known, without the request's own part. */
function numberOf(
  { measure, id }: Fact,
  pack: Pack,
  date: number,
  happened: readonly Happening[],
  keys: Readonly<Record<string, Scalar>>,
): number {
  if (measure === undefined) throw new RangeError(`${id} is no measure`);
  const within = totalIn(measure, date, happened, keys);
  const whole = pack.facts.find((fact) => fact.id === measure.shareOf)?.measure;
  const all = whole === undefined ? undefined : totalIn(whole, date, happened, keys);
  const number = ofPeriods(measure, date, (from, to) => {
    if (all === undefined) return within(from, to) / (measure.isDaily ? to - from + 1 : 1);
    return (100 * within(from, to)) / all(from, to);
  });
  if (Number.isNaN(number)) throw new TooManyCompletions('a share of nothing');
  return number;
}

function totalIn(
  measure: Measure,
  date: number,
  happened: readonly Happening[],
  keys: Readonly<Record<string, Scalar>>,
): (from: number, to: number) => number {
  const counts = happened.filter(({ is, on, keys: own }) => {
    const isWanted = Object.entries(measure.where).every(([key, values]) =>
      (values as readonly Scalar[]).includes(own[key] ?? ''),
    );
    const isForKeys = measure.by.every((key) => own[key] === keys[key]);
    return on <= date && measure.counted.some(({ happening }) => happening === is) && isWanted && isForKeys;
  });
  const isCount = measure.counted.every(({ amount }) => amount === undefined);
  return (from, to) =>
    counts.reduce(
      (all, { on, amount, times }) =>
        on >= from && on <= to ? rounded(all + (isCount ? times : amount)) : all,
      0,
    );
}

/** Generated amounts have few digits; what adding them up loses is far behind. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

function ofPeriods(measure: Measure, date: number, within: (from: number, to: number) => number): number {
  const { in: which, excessOver } = measure;
  const periods = everyPeriod(measure, date);
  const own = periods.map(({ from, to }) => within(from, Math.min(to, date)));
  const all = own.map((value, index) =>
    excessOver === undefined || index === 0 ? value : value + Math.max(0, (own[index - 1] ?? 0) - excessOver),
  );
  if (which.is === 'current') return all.find((_, index) => (periods[index]?.to ?? 0) >= date) ?? 0;
  const closed = all.filter((_, index) => closingDay(measure, periods[index]?.to ?? Infinity) < date);
  if (which.is === 'last-closed') return closed.at(-1) ?? Infinity;
  const length = 'periods' in which ? which.periods : 1;
  const runs = closed.slice(length - 1).map((_, index) => closed.slice(index, index + length));
  return which.is === 'low-for' || which.is === 'lowest-closed'
    ? Math.min(Infinity, ...runs.map((run) => Math.max(...run)))
    : Math.max(0, ...runs.map((run) => Math.min(...run)));
}

/** Amounts that bring what a period holds to each figure that it is compared with, just below it and just beyond. */
function amountsFor(pack: Pack, request: Request, keys: Readonly<Record<string, Scalar>>): readonly number[] {
  const compared = pack.facts.flatMap((fact) =>
    fact.measure === undefined
      ? []
      : boundsOn(pack, fact.id).map((bound) => ({ measure: fact.measure, bound })),
  );
  const isSmall = compared.every(({ bound, measure }) => bound <= 10 && measure?.isDaily !== true);
  if (isSmall && compared.every(({ measure }) => measure?.shareOf === undefined)) return AMOUNTS;
  const known =
    product((request.happened?.entries ?? []).map((entry) => everyEntry(entry, pack, [0])))[0] ?? [];
  const amounts = compared.flatMap(({ measure, bound }) => {
    if (measure === undefined) return [];
    const whole = pack.facts.find((fact) => fact.id === measure.shareOf)?.measure;
    return everyPeriod(measure, request.date).flatMap(({ from, to: end }) => {
      const to = Math.min(end, request.date);
      const own = totalIn(measure, request.date, known, keys)(from, to);
      if (whole === undefined) return [bound * (measure.isDaily ? to - from + 1 : 1) - own];
      const rest = totalIn(whole, request.date, known, keys)(from, to) - own;
      return [(bound * rest) / (100 - bound) - own, (own * (100 - bound)) / bound - rest];
    });
  });
  const around = amounts.flatMap((amount) => [amount - 0.5, amount, amount + 0.5]);
  return [...new Set([0, ...around.filter((amount) => amount > 0), 2 * Math.max(1, ...amounts)])];
}

function boundsOn(pack: Pack, id: string): readonly number[] {
  return testsOfPack(pack)
    .filter(({ subject }) => subject.is === 'fact' && subject.id === id)
    .flatMap(({ comparison }) => ('bound' in comparison ? limitsIn<number>(comparison.bound) : []))
    .flatMap((limit) => (limit.is === 'set' ? [limit.value] : []));
}
