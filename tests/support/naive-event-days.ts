import type { Day } from '../../src/vocabulary/day.ts';
import { dayAfter, type Duration } from '../../src/vocabulary/duration.ts';
import type { Clause, Pack } from '../../src/pack/pack.ts';
import type { Request } from '../../src/pack/request.ts';
import { daysOfRecord } from './naive-days.ts';
import { limitsIn } from './naive-limits-of.ts';

/**
 * Days enough for an event to tell apart what clauses make of it: today, the latest for each survival to be over, and each
 * day of the record where the event ends a first right.
 */
export function daysOfEvent(pack: Pack, request: Request, fact: string): Day[] {
  const { date } = request;
  const survivals = survivalsAfter(pack, (clause) => clause.untilEvent === fact);
  const ends = pack.clauses.filter((clause) => clause.untilEvent === fact);
  return [
    date,
    ...survivals.map((survival) => latestBefore(date, survival)),
    ...ends.flatMap((clause) => endsThatMatter(clause, request)),
  ];
}

/** Where a procedure may be pending, a clause that ended on one day of the record says what it does not after another. */
export function endsThatMatter(clause: Clause, request: Request): Day[] {
  if (clause.procedure === undefined) return [];
  const { survives } = clause;
  const lengths = survives === undefined ? [] : limitsIn(survives);
  const survivals = lengths.flatMap((limit) => (limit.is === 'set' ? [limit.value] : []));
  const days = daysOfRecord(request);
  return days.flatMap((day) => [day, ...survivals.map((survival) => latestBefore(day, survival))]);
}

function latestBefore(date: Day, survival: Duration): Day {
  let day = date;
  while (dayAfter(day, survival) > date) day -= 1;
  return day;
}

/** How long the clauses that are meant may go on after their end. */
export function survivalsAfter(pack: Pack, isMeant: (clause: Clause) => boolean): Duration[] {
  return pack.clauses.filter(isMeant).flatMap(({ survives }) => {
    if (survives === undefined) return [];
    return limitsIn(survives).flatMap((limit) => (limit.is === 'set' ? [limit.value] : []));
  });
}
