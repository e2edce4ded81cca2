import type { OpportunityEvent } from '../pack/request.ts';
import type { Day } from '../vocabulary/day.ts';
import { endOf, type Length } from './first-right.ts';
import type { OpportunityRecord } from './opportunity-record.ts';

/** Lengths of a response window that is not known: enough to tell apart all that can happen on the record's days. */
export function windowLengths(
  events: readonly OpportunityEvent[],
  record: OpportunityRecord,
): readonly Length[] {
  return turningLengths(daysOf(events, 'notice'), daysThatMatter(events, record));
}

/** Lengths of a release that is not known. It begins with a decline, the day after a window, or off the record. */
export function releaseLengths(
  events: readonly OpportunityEvent[],
  record: OpportunityRecord,
  windows: readonly Length[],
): readonly Length[] {
  const afterWindows = daysOf(events, 'notice').flatMap((day) =>
    windows.map((length) => endOf(day, length) + 1),
  );
  const starts = [...daysOf(events, 'decline'), ...afterWindows, record.completeTo + 1];
  return turningLengths(starts, daysThatMatter(events, record));
}

function daysThatMatter(events: readonly OpportunityEvent[], record: OpportunityRecord): readonly Day[] {
  return [...new Set([...events.map((event) => event.on), record.completeTo, record.to])];
}

/** Every length in days, counted from one of `starts`, at which one of `days` changes sides, and its neighbours. */
function turningLengths(starts: readonly Day[], days: readonly Day[]): readonly Length[] {
  const found = starts.flatMap((start) =>
    days.flatMap((day) => [day - start - 1, day - start, day - start + 1]),
  );
  const lengths = [...new Set([1, ...found])].filter((length) => length >= 1 && length < Infinity);
  return [...lengths.toSorted((one, other) => one - other), Infinity];
}

function daysOf(events: readonly OpportunityEvent[], kind: OpportunityEvent['is']): readonly Day[] {
  return events.flatMap((event) => (event.is === kind ? [event.on] : []));
}
