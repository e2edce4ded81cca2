import { BudgetSpent } from '../../diagram/algebra/diagrams.ts';
import type { Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import { isoFromDay, type Day } from '../../vocabulary/day.ts';
import { dayGround, type DayGround } from '../ground/day-ground.ts';
import { onLaterDay } from '../ground/deal.ts';
import { withoutNeedless, type FoundSet } from './found-set.ts';
import { laterDays } from './later-days.ts';
import { searchDay } from './search-day.ts';
import { TooManySets } from './smallest-sets.ts';

/** What a search over the day asked about and later ones finds for one candidate. */
export interface Search {
  readonly sets: readonly FoundSet[];
  /** What was not looked at, in words; empty where the sets are all there are. */
  readonly gaveUp: readonly string[];
}

/** Beyond this many nodes in all, some seconds of work, later days are left out, and the result says so. */
const MOST_NODES_IN_ALL = 1_000_000;

/** Prepares to search; the ground of a day is laid once for all candidates. */
export function openSearch(
  pack: Pack,
  request: Request,
  atMost: number,
  mostNodes = MOST_NODES_IN_ALL,
): (candidate: string) => Search {
  const { days, leftOutFrom } = laterDays(pack, request);
  const grounds = new Map<Day, DayGround>();
  const groundOn = (day: Day): DayGround => {
    const ground = grounds.get(day) ?? dayGround(pack, onLaterDay(request, day), request.date);
    grounds.set(day, ground);
    return ground;
  };
  const isSpent = (): boolean =>
    [...grounds.values()].reduce((nodes, { diagrams }) => nodes + diagrams.size, 0) > mostNodes;
  return (candidate) => {
    const gaveUp: string[] = [];
    const sets: FoundSet[] = [];
    for (const day of [request.date, ...days]) {
      if (isSpent()) return { sets: withoutNeedless(sets), gaveUp: [...gaveUp, daysFrom(day)] };
      const waits = day !== request.date;
      const found = within(() => searchDay(groundOn(day), candidate, waits ? atMost - 1 : atMost));
      if (found === undefined) gaveUp.push(`changes on ${isoFromDay(day)}, which were too many to follow`);
      sets.push(...(found ?? []).map((options) => ({ day, waits, options })));
    }
    if (leftOutFrom !== undefined) gaveUp.push(daysFrom(leftOutFrom));
    return { sets: withoutNeedless(sets), gaveUp };
  };
}

function daysFrom(day: Day): string {
  return `days from ${isoFromDay(day)} on`;
}

function within<T>(search: () => T): T | undefined {
  try {
    return search();
  } catch (error) {
    if (error instanceof BudgetSpent || error instanceof TooManySets) return undefined;
    throw error;
  }
}
