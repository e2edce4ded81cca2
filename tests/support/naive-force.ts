import type { Day } from '../../src/vocabulary/day.ts';
import type { Anchor, Clause, CountedDay, Instrument } from '../../src/pack/pack.ts';
import { calendarOf, countedFrom, type Bound, type Count } from './naive-count.ts';
import { daysOfRecord } from './naive-days.ts';
import { countsFrom, countsOf, countsOfAnchor } from './naive-event-days.ts';
import { instrumentNamed, limitOf, valueOfFact, type World } from './naive-world.ts';

/** Begun, and not ended or still surviving what ended it. */
export function isInForce(world: World, clause: Clause): boolean {
  const { date } = world.request;
  if (startOf(world, instrumentNamed(world, clause.instrument)) > date) return false;
  if (!hasCome(world, beginningsOf(world, clause), [], `${clause.id} begins`)) return false;
  if (clause.survives === undefined) return !isOver(world, clause, []);
  const survival = limitOf(world, clause.survives);
  if (survival?.is === 'none') return true;
  if (survival !== undefined) return !isOver(world, clause, [{ sign: 1, by: survival.value }]);
  if (!isOver(world, clause, [])) return true;
  const { id } = clause.survives;
  return world.choose({ key: `parameter ${id}`, reportedAs: id }, [true, false]);
}

/** The first day on which a clause that is no longer in force was not: what ended it, and its survival, are all over. */
export function endOf(world: World, clause: Clause): Day {
  const firstEnd = (tail: readonly Count[]): Day =>
    firstOf(world, endsOf(world, clause), tail, `${clause.id} ends`);
  if (clause.survives === undefined) return firstEnd([]);
  const survival = limitOf(world, clause.survives);
  if (survival?.is === 'none') return Number.POSITIVE_INFINITY;
  if (survival !== undefined) return firstEnd([{ sign: 1, by: survival.value }]);
  const { id } = clause.survives;
  const { date } = world.request;
  const ended = firstEnd([]);
  const days = daysOfRecord(world.request).filter((day) => day > ended && day <= date);
  return world.choose({ key: `survival to ${id}`, reportedAs: id }, days.length === 0 ? [date] : days);
}

/** Where a clause had no day in force, nothing can have begun. */
export function hasBegunBefore(world: World, clause: Clause, end: Day): boolean {
  if (startOf(world, instrumentNamed(world, clause.instrument)) >= end) return false;
  return firstOf(world, beginningsOf(world, clause), [], `${clause.id} begins`) < end;
}

/** A day, worked out only when it is asked for, infinity for never, and what is counted from it. */
interface DayFound {
  readonly day: () => Day;
  readonly counts: readonly Count[];
  /** What becomes of the day that is counted to, where how far it lies is not known. */
  readonly moved?: (counted: Day) => Day;
}

function isOver(world: World, clause: Clause, tail: readonly Count[]): boolean {
  return hasCome(world, endsOf(world, clause), tail, `${clause.id} ends`);
}

function dayAtEnd({ day, counts, moved }: DayFound, tail: readonly Count[], bound: Bound): Day {
  const counted = countedFrom(day(), [...counts, ...tail], bound);
  return moved === undefined ? counted : moved(counted);
}

/** Whether one of some days has come. Where only days outside a calendar could tell, it is chosen, once for each calendar. */
function hasCome(world: World, days: readonly DayFound[], tail: readonly Count[], key: string): boolean {
  const { date } = world.request;
  const open = new Set<string>();
  for (const found of days) {
    if (dayAtEnd(found, tail, 'latest') <= date) return true;
    const calendar = calendarOf([...found.counts, ...tail]);
    if (calendar !== undefined && dayAtEnd(found, tail, 'earliest') <= date) open.add(calendar);
  }
  return [...open].map((calendar) => hasComeOutside(world, calendar, key)).includes(true);
}

function hasComeOutside(world: World, calendar: string, key: string): boolean {
  const variable = { key: `calendar ${calendar} ${key}`, reportedAs: `calendar.${calendar}` };
  return world.choose(variable, [true, false]);
}

/** The first of some days. One that has come, but hangs on days outside a calendar, is any of the record on which it may lie. */
function firstOf(world: World, days: readonly DayFound[], tail: readonly Count[], key: string): Day {
  const { date } = world.request;
  const each = days.map((found) => {
    const [earliest, latest] = [dayAtEnd(found, tail, 'earliest'), dayAtEnd(found, tail, 'latest')];
    const calendar = calendarOf([...found.counts, ...tail]);
    if (calendar === undefined || earliest === latest || earliest > date) return earliest;
    if (latest > date && !hasComeOutside(world, calendar, key)) return Number.POSITIVE_INFINITY;
    const between = daysOfRecord(world.request).filter((day) => earliest < day && day <= latest);
    const variable = { key: `day on ${calendar} ${key}`, reportedAs: `calendar.${calendar}` };
    return Math.max(earliest, Math.min(latest, world.choose(variable, [earliest, ...between])));
  });
  return Math.min(...each);
}

function beginningsOf(world: World, clause: Clause): DayFound[] {
  const { from, fromCounted } = clause;
  if (fromCounted !== undefined) return countedDays(world, clause, fromCounted);
  if (from === undefined) return [{ day: () => Number.NEGATIVE_INFINITY, counts: [] }];
  const limit = limitOf(world, from);
  const day = (): Day => (limit?.is === 'set' ? limit.value : unknownDay(world, clause, from.id));
  return [{ day, counts: [] }];
}

function endsOf(world: World, clause: Clause): DayFound[] {
  const { untilEvent, untilCounted, endedBy } = clause;
  return [
    ...endedBy.map((id) => ({ day: () => startOf(world, instrumentNamed(world, id)), counts: [] })),
    { day: () => ownEnd(world, clause), counts: [] },
    ...(untilEvent === undefined ? [] : [{ day: () => dayOfFact(world, untilEvent), counts: [] }]),
    ...(untilCounted === undefined ? [] : countedDays(world, clause, untilCounted)),
  ];
}

/** Of a length that is not known, only the side on which the day lies is. */
function countedDays(world: World, clause: Clause, { anchors, length }: CountedDay): DayFound[] {
  return anchors.map((anchor) => {
    const day = (): Day => dayOfBase(world, anchor.base);
    const counts = countsOfAnchor(anchor);
    if (length === undefined) return { day, counts };
    const limit = limitOf(world, length.period);
    if (limit?.is === 'set') return { day, counts: [...counts, ...countsOf(length, limit.value)] };
    const nearer = length.towards === 'after' ? Math.max : Math.min;
    return { day, counts, moved: (counted) => nearer(counted, unknownDay(world, clause, length.period.id)) };
  });
}

function ownEnd(world: World, clause: Clause): Day {
  const { until: parameter } = clause;
  const until = limitOf(world, parameter);
  if (until !== undefined) return until.is === 'none' ? Number.POSITIVE_INFINITY : until.value;
  return unknownDay(world, clause, parameter.id);
}

/** A day of which nothing is known is long past or never comes, and for a first right any day of the record between. */
function unknownDay(world: World, { procedure }: Clause, id: string): Day {
  return world.choose({ key: `parameter ${id}`, reportedAs: id }, [
    Number.NEGATIVE_INFINITY,
    ...(procedure === undefined ? [] : daysOfRecord(world.request)),
    Number.POSITIVE_INFINITY,
  ]);
}

function dayOfBase(world: World, base: Anchor['base']): Day {
  if (base.is === 'day') return base.day;
  return base.is === 'start'
    ? startOf(world, instrumentNamed(world, base.instrument))
    : dayOfFact(world, base.fact);
}

function dayOfFact(world: World, fact: string): Day {
  const value = valueOfFact(world, fact);
  return typeof value === 'number' ? value : Number.POSITIVE_INFINITY;
}

/** The first day of an instrument: one day of its band, and one for each that makes a difference to some clause. */
function startOf(world: World, instrument: Instrument): Day {
  const { id, from, possiblyFrom } = instrument;
  const days = Array.from({ length: from - possiblyFrom + 1 }, (_, index) => possiblyFrom + index);
  const different = new Map(days.map((day) => [whatIsReached(world, instrument, day), day]));
  return world.choose({ key: `start ${id}`, reportedAs: `${id}.effective` }, [...different.values()]);
}

/**
 * What an instrument that starts on a day comes to by the request's date. Where a procedure may be pending each day differs,
 * but those before anything can have happened in the deal.
 */
function whatIsReached({ pack, request }: World, { id }: Instrument, day: Day): string {
  const isMeant = (base: Anchor['base']): boolean => base.is === 'start' && base.instrument === id;
  const rights = pack.clauses.filter(({ procedure }) => procedure !== undefined);
  const mayBePending =
    countsFrom(rights, isMeant).length > 0 || rights.some((one) => one.instrument === id && mayEnd(one));
  const counted = countsFrom(pack.clauses, isMeant);
  if (mayBePending && request.opportunity !== undefined) {
    const { events, completeTo } = request.opportunity;
    const first = Math.min(request.date, completeTo + 1, ...events.map(({ on }) => on));
    return String(counted.length > 0 ? day : Math.max(day, first));
  }
  return [[], ...counted]
    .flatMap((counts) => [countedFrom(day, counts, 'earliest'), countedFrom(day, counts, 'latest')])
    .map((each) => (each <= request.date ? 'past' : 'to come'))
    .join();
}

function mayEnd({ endedBy, until, untilEvent, untilCounted }: Clause): boolean {
  const isCounted = untilEvent !== undefined || untilCounted !== undefined;
  return endedBy.length > 0 || isCounted || until.stated.is !== 'none';
}
