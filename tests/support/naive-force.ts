import type { Day } from '../../src/vocabulary/day.ts';
import { dayAfter, type Duration } from '../../src/vocabulary/duration.ts';
import type { Clause, Instrument } from '../../src/pack/pack.ts';
import { daysOfRecord } from './naive-days.ts';
import { endsThatMatter, survivalsAfter } from './naive-event-days.ts';
import { instrumentNamed, limitOf, valueOfFact, type World } from './naive-world.ts';

/** Begun, and not ended or still surviving what ended it. */
export function isInForce(world: World, clause: Clause): boolean {
  const { date } = world.request;
  if (startOf(world, instrumentNamed(world, clause.instrument)) > date) return false;
  if (clause.survives === undefined) return !endsOf(clause).some((end) => end(world) <= date);
  const survival = limitOf(world, clause.survives);
  if (survival?.is === 'none') return true;
  if (survival !== undefined) return !endsOf(clause).some((end) => isOver(end(world), survival.value, date));
  if (!endsOf(clause).some((end) => end(world) <= date)) return true;
  const { id } = clause.survives;
  return world.choose({ key: `parameter ${id}`, reportedAs: id }, [true, false]);
}

function isOver(end: Day, survival: Duration, date: Day): boolean {
  return Number.isFinite(end) ? dayAfter(end, survival) <= date : end < date;
}

/** The first day on which a clause that is no longer in force was not: what ended it, and its survival, are all over. */
export function endOf(world: World, clause: Clause): Day {
  const ends = endsOf(clause).map((end) => end(world));
  if (clause.survives === undefined) return Math.min(...ends);
  const survival = limitOf(world, clause.survives);
  if (survival?.is === 'none') return Number.POSITIVE_INFINITY;
  if (survival !== undefined) return Math.min(...ends.map((end) => survivedTo(end, survival.value)));
  const { id } = clause.survives;
  const { date } = world.request;
  const days = daysOfRecord(world.request).filter((day) => day > Math.min(...ends) && day <= date);
  return world.choose({ key: `survival to ${id}`, reportedAs: id }, days.length === 0 ? [date] : days);
}

function survivedTo(end: Day, survival: Duration): Day {
  return Number.isFinite(end) ? dayAfter(end, survival) : end;
}

/** Where a clause had no day in force, nothing can have begun. */
export function hasBegunBefore(world: World, clause: Clause, end: Day): boolean {
  return startOf(world, instrumentNamed(world, clause.instrument)) < end;
}

/** The days on which a clause ends, each worked out only when it is asked for; infinity for never. */
function endsOf(clause: Clause): readonly ((world: World) => Day)[] {
  const { untilEvent, endedBy } = clause;
  return [
    ...endedBy.map((id) => (world: World) => startOf(world, instrumentNamed(world, id))),
    (world: World) => ownEnd(world, clause),
    ...(untilEvent === undefined ? [] : [(world: World) => dayOfEvent(world, untilEvent)]),
  ];
}

/** An end of which nothing is known is long past or never comes, and for a first right any day of the record between. */
function ownEnd(world: World, clause: Clause): Day {
  const { until: parameter } = clause;
  const until = limitOf(world, parameter);
  if (until !== undefined) return until.is === 'none' ? Number.POSITIVE_INFINITY : until.value;
  return world.choose({ key: `parameter ${parameter.id}`, reportedAs: parameter.id }, [
    Number.NEGATIVE_INFINITY,
    ...endsThatMatter(clause, world.request),
    Number.POSITIVE_INFINITY,
  ]);
}

function dayOfEvent(world: World, fact: string): Day {
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
  const mayBePending = pack.clauses.some(
    ({ procedure, endedBy, instrument, until, untilEvent }) =>
      procedure !== undefined &&
      (endedBy.includes(id) ||
        (instrument === id &&
          (endedBy.length > 0 || untilEvent !== undefined || until.stated.is !== 'none'))),
  );
  const survivals = survivalsAfter(pack, (clause) => clause.endedBy.includes(id));
  if (mayBePending && request.opportunity !== undefined) {
    const { events, completeTo } = request.opportunity;
    const first = Math.min(request.date, completeTo + 1, ...events.map(({ on }) => on));
    return String(Math.min(survivals.length > 0 ? day : Math.max(day, first), request.date + 1));
  }
  return [day, ...survivals.map((long) => dayAfter(day, long))]
    .map((each) => (each <= request.date ? 'past' : 'to come'))
    .join();
}
