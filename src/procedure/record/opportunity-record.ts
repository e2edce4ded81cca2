import type { Opportunity, OpportunityEvent, Request } from '../../pack/request.ts';
import type { Day } from '../../vocabulary/day.ts';

/** The part of an opportunity's record that bears on one candidate and one day. */
export interface OpportunityRecord {
  /** Events up to the day, in order. */
  readonly events: readonly OpportunityEvent[];
  /** Last day on which a missing event means that it did not happen; never after `to`. */
  readonly completeTo: Day;
  /** The day asked for. */
  readonly to: Day;
}

/** Gives the record for a candidate: empty and complete unless the candidate is the opportunity's counterparty. */
export function recordFor(candidate: string, request: Request): OpportunityRecord {
  const { opportunity, date } = request;
  if (opportunity?.counterparty !== candidate) return { events: [], completeTo: date, to: date };
  return recordOf(opportunity, date);
}

/** Gives an opportunity's record up to a day, whoever its counterparty is. */
export function recordOf(opportunity: Opportunity, date: Day): OpportunityRecord {
  return {
    events: opportunity.events.filter((event) => event.on <= date),
    completeTo: Math.min(opportunity.completeTo, date),
    to: date,
  };
}

/** True where something may have happened that the record does not hold. */
export function hasUnrecordedDays(record: OpportunityRecord): boolean {
  return record.completeTo < record.to;
}
