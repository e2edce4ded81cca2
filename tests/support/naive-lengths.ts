import type { Day } from '../../src/vocabulary/day.ts';
import type { StageLength } from '../../src/vocabulary/period.ts';
import type { Parameter } from '../../src/vocabulary/stated.ts';
import { daysOfRecord, lastDay } from './naive-days.ts';
import type { FirstRightClause } from './naive-first-right.ts';
import { limitsIn } from './naive-limits-of.ts';
import type { World } from './naive-world.ts';

/** Where a length is not known, so many days tell whether it was over before the next thing began. */
const SHORT = 3;

/**
 * How many days before its receipt a notice may have been given, for all that it matters: given earlier, the window that is
 * counted from there and the release after it are both long over.
 */
export function daysBeforeReceipt(world: World, clauses: readonly FirstRightClause[], receipt: Day): number {
  const together = clauses.map(({ procedure }) => {
    const releases = Object.values(procedure.releaseFor).map((length) => longestOf(world, length, receipt));
    return longestOf(world, procedure.within, receipt) + Math.max(...releases);
  });
  return Math.max(0, ...together) + 1;
}

function longestOf(world: World, length: Parameter<StageLength>, from: Day): number {
  if (length.stated.is === 'assumed' && world.assumptions === 'open') return SHORT;
  const days = limitsIn(length).map((limit) => (limit.is === 'none' ? 0 : daysIn(limit.value, from)));
  return Math.max(SHORT, ...days);
}

/** On a calendar, so many that the count begins before the calendar does, or is over. */
function daysIn(length: StageLength, from: Day): number {
  if (!('calendar' in length)) return lastDay(from, length) - from;
  const { covers } = length.calendar;
  const own = length.unit === 'business-days' ? length.count : lastDay(from, length.of) - from;
  return own + covers.to - covers.from + 1;
}

/** Days enough for a length that outlasts all that matters, whatever it is counted from. */
export function longestThatMatters(world: World, clauses: readonly FirstRightClause[]): number {
  const { opportunity, date } = world.request;
  const before = (opportunity?.events ?? []).map((event) => {
    if (event.is !== 'notice') return 0;
    return event.given === undefined ? daysBeforeReceipt(world, clauses, event.on) : event.on - event.given;
  });
  const [first = date] = daysOfRecord(world.request);
  return Math.max(1, date - first + 1 + Math.max(0, ...before));
}
