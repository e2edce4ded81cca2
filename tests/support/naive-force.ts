import type { Day } from '../../src/vocabulary/day.ts';
import { dayAfter, type Duration } from '../../src/vocabulary/duration.ts';
import type { Clause, Instrument } from '../../src/pack/pack.ts';
import { survivalsAfter } from './naive-event-days.ts';
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

/** The days on which a clause ends, each worked out only when it is asked for; infinity for never. */
function endsOf(clause: Clause): readonly ((world: World) => Day)[] {
  const { untilEvent, endedBy } = clause;
  return [
    ...endedBy.map((id) => (world: World) => startOf(world, instrumentNamed(world, id))),
    (world: World) => ownEnd(world, clause),
    ...(untilEvent === undefined ? [] : [(world: World) => dayOfEvent(world, untilEvent)]),
  ];
}

/** An end of which nothing is known is long past or never comes: no day between could do anything else to a clause. */
function ownEnd(world: World, { until: parameter }: Clause): Day {
  const until = limitOf(world, parameter);
  if (until !== undefined) return until.is === 'none' ? Number.POSITIVE_INFINITY : until.value;
  const isPast = world.choose({ key: `parameter ${parameter.id}`, reportedAs: parameter.id }, [true, false]);
  return isPast ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

function dayOfEvent(world: World, fact: string): Day {
  const value = valueOfFact(world, fact);
  return typeof value === 'number' ? value : Number.POSITIVE_INFINITY;
}

/** The first day of an instrument: one day of its band, and one for each that makes a difference to some clause. */
function startOf(world: World, { id, from, possiblyFrom }: Instrument): Day {
  const { pack, request } = world;
  const reached = (day: Day): string =>
    [day, ...survivalsAfter(pack, (clause) => clause.endedBy.includes(id)).map((long) => dayAfter(day, long))]
      .map((each) => (each <= request.date ? 'past' : 'to come'))
      .join();
  const days = Array.from({ length: from - possiblyFrom + 1 }, (_, index) => possiblyFrom + index);
  const different = new Map(days.map((day) => [reached(day), day]));
  return world.choose({ key: `start ${id}`, reportedAs: `${id}.effective` }, [...different.values()]);
}
