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

/** Prepares to search; the ground of a day is laid once for all candidates. */
export function openSearch(pack: Pack, request: Request, atMost: number): (candidate: string) => Search {
  const { days, leftOutFrom } = laterDays(pack, request);
  const grounds = new Map<Day, DayGround>();
  const groundOn = (day: Day): DayGround => {
    const ground = grounds.get(day) ?? dayGround(pack, onLaterDay(request, day), request.date);
    grounds.set(day, ground);
    return ground;
  };
  const beyond = leftOutFrom === undefined ? [] : [`days from ${isoFromDay(leftOutFrom)} on`];
  return (candidate) => {
    const gaveUp = [...beyond];
    const sets = [request.date, ...days].flatMap((day): readonly FoundSet[] => {
      const waits = day !== request.date;
      const found = within(() => searchDay(groundOn(day), candidate, waits ? atMost - 1 : atMost));
      if (found === undefined) gaveUp.push(`changes on ${isoFromDay(day)}, which were too many to follow`);
      return (found ?? []).map((options) => ({ day, waits, options }));
    });
    return { sets: withoutNeedless(sets), gaveUp };
  };
}

function within<T>(search: () => T): T | undefined {
  try {
    return search();
  } catch (error) {
    if (error instanceof BudgetSpent || error instanceof TooManySets) return undefined;
    throw error;
  }
}
