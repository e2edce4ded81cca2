import type { Day } from '../../src/vocabulary/day.ts';
import { dayAfter, type Duration } from '../../src/vocabulary/duration.ts';
import type { Clause, Pack } from '../../src/pack/pack.ts';
import type { Request } from '../../src/pack/request.ts';
import { limitsIn } from './naive-limits-of.ts';

/** Days enough for an event to tell apart what clauses make of it: today, and the latest for each survival to be over. */
export function daysOfEvent(pack: Pack, { date }: Request, fact: string): Day[] {
  const survivals = survivalsAfter(pack, (clause) => clause.untilEvent === fact);
  return [date, ...survivals.map((survival) => latestBefore(date, survival))];
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
