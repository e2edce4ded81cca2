import type { Day } from '../../src/vocabulary/day.ts';
import type { Duration } from '../../src/vocabulary/duration.ts';
import type { Parameter } from '../../src/vocabulary/stated.ts';
import type { Request } from '../../src/pack/request.ts';
import { daysOfRecord, lastDay } from './naive-days.ts';
import type { FirstRightClause } from './naive-first-right.ts';
import { limitsIn } from './naive-limits-of.ts';

/** Where a length is not known, so many days tell whether it was over before the next thing began. */
const SHORT = 3;

/**
 * How many days before its receipt a notice may have been given, for all that it matters: given earlier, the window that is
 * counted from there and the release after it are both long over.
 */
export function daysBeforeReceipt(clauses: readonly FirstRightClause[], receipt: Day): number {
  const together = clauses.map(({ procedure }) => {
    const releases = Object.values(procedure.releaseFor).map((length) => longestOf(length, receipt));
    return longestOf(procedure.within, receipt) + Math.max(...releases);
  });
  return Math.max(0, ...together) + 1;
}

function longestOf(length: Parameter<Duration>, from: Day): number {
  const days = limitsIn(length).map((limit) => (limit.is === 'none' ? 0 : lastDay(from, limit.value) - from));
  return Math.max(SHORT, ...days);
}

/** Days enough for a length that outlasts all that matters, whatever it is counted from. */
export function longestThatMatters(request: Request, clauses: readonly FirstRightClause[]): number {
  const { opportunity, date } = request;
  const before = (opportunity?.events ?? []).map((event) => {
    if (event.is !== 'notice') return 0;
    return event.given === undefined ? daysBeforeReceipt(clauses, event.on) : event.on - event.given;
  });
  const [first = date] = daysOfRecord(request);
  return Math.max(1, date - first + 1 + Math.max(0, ...before));
}
