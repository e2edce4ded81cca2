import type { Day } from '../../src/vocabulary/day.ts';
import type { Anchor, Clause, CountedDay, Instrument } from '../../src/pack/pack.ts';
import { calendarOf, countedFrom, type Count } from './naive-count.ts';
import { countsFrom, countsOf, countsOfAnchor } from './naive-event-days.ts';
import { instrumentNamed, limitOf, valueOfFact, type World } from './naive-world.ts';

/** Begun, and not ended or still surviving what ended it. */
export function isInForce(world: World, clause: Clause): boolean {
  const { date } = world.request;
  if (startOf(world, instrumentNamed(world, clause.instrument)) > date) return false;
  if (!hasBegun(world, clause)) return false;
  if (clause.survives === undefined) return !isOver(world, clause, []);
  const survival = limitOf(world, clause.survives);
  if (survival?.is === 'none') return true;
  if (survival !== undefined) return !isOver(world, clause, [{ sign: 1, by: survival.value }]);
  if (!isOver(world, clause, [])) return true;
  const { id } = clause.survives;
  return world.choose({ key: `parameter ${id}`, reportedAs: id }, [true, false]);
}

function hasBegun(world: World, { id, from, fromCounted }: Clause): boolean {
  const begins: DayFound[] = [];
  if (from !== undefined) {
    const limit = limitOf(world, from);
    const isPast = limit === undefined && chosen(world, from.id);
    begins.push({
      day: () => (limit?.is === 'set' ? limit.value : isPast ? -Infinity : Infinity),
      counts: [],
    });
  }
  if (fromCounted !== undefined) begins.push(...countedDays(world, fromCounted));
  const isOwn = from !== undefined || fromCounted !== undefined;
  return !isOwn || hasCome(world, begins, [], `${id} begins`);
}

function isOver(world: World, clause: Clause, tail: readonly Count[]): boolean {
  return hasCome(world, endsOf(world, clause), tail, `${clause.id} ends`);
}

/** A day, worked out only when it is asked for, infinity for never, and what is counted from it. */
interface DayFound {
  readonly day: () => Day;
  readonly counts: readonly Count[];
}

/** Whether one of some days has come. Where only days outside a calendar could tell, it is chosen, once for each calendar. */
function hasCome(world: World, days: readonly DayFound[], tail: readonly Count[], key: string): boolean {
  const { date } = world.request;
  const open = new Set<string>();
  for (const { day, counts } of days) {
    const all = [...counts, ...tail];
    const from = day();
    if (countedFrom(from, all, 'latest') <= date) return true;
    const calendar = calendarOf(all);
    if (calendar !== undefined && countedFrom(from, all, 'earliest') <= date) open.add(calendar);
  }
  return [...open]
    .map((id) => world.choose({ key: `calendar ${id} ${key}`, reportedAs: `calendar.${id}` }, [true, false]))
    .includes(true);
}

function endsOf(world: World, clause: Clause): DayFound[] {
  const { untilEvent, untilCounted, endedBy } = clause;
  return [
    ...endedBy.map((id) => ({ day: () => startOf(world, instrumentNamed(world, id)), counts: [] })),
    { day: () => ownEnd(world, clause), counts: [] },
    ...(untilEvent === undefined ? [] : [{ day: () => dayOfFact(world, untilEvent), counts: [] }]),
    ...(untilCounted === undefined ? [] : countedDays(world, untilCounted)),
  ];
}

/** Of a length that is not known, only the side on which the day lies is. */
function countedDays(world: World, { anchors, length }: CountedDay): DayFound[] {
  return anchors.map((anchor) => {
    const day = (): Day => dayOfBase(world, anchor.base);
    const counts = countsOfAnchor(anchor);
    if (length === undefined) return { day, counts };
    const limit = limitOf(world, length.period);
    if (limit?.is === 'set') return { day, counts: [...counts, ...countsOf(length, limit.value)] };
    const isNear = chosen(world, length.period.id);
    if (length.towards === 'after') return { day: () => (isNear ? day() : Infinity), counts };
    return { day: () => (isNear ? -Infinity : day()), counts };
  });
}

function chosen(world: World, id: string): boolean {
  return world.choose({ key: `parameter ${id}`, reportedAs: id }, [true, false]);
}

/** An end of which nothing is known is long past or never comes: no day between could do anything else to a clause. */
function ownEnd(world: World, { until: parameter }: Clause): Day {
  const until = limitOf(world, parameter);
  if (until !== undefined) return until.is === 'none' ? Number.POSITIVE_INFINITY : until.value;
  return chosen(world, parameter.id) ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
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
function startOf(world: World, { id, from, possiblyFrom }: Instrument): Day {
  const { pack, request } = world;
  const all: Count[][] = [[], ...countsFrom(pack, (base) => base.is === 'start' && base.instrument === id)];
  const reached = (day: Day): string =>
    all
      .flatMap((counts) => [countedFrom(day, counts, 'earliest'), countedFrom(day, counts, 'latest')])
      .map((each) => (each <= request.date ? 'past' : 'to come'))
      .join();
  const days = Array.from({ length: from - possiblyFrom + 1 }, (_, index) => possiblyFrom + index);
  const different = new Map(days.map((day) => [reached(day), day]));
  return world.choose({ key: `start ${id}`, reportedAs: `${id}.effective` }, [...different.values()]);
}
