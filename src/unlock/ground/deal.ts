import type { Opportunity, OpportunityEvent, Request } from '../../pack/request.ts';
import type { Day } from '../../vocabulary/day.ts';

/** Gives the deal in which something may still be done for a candidate: that on record, or else one of its own. */
export function dealWith(candidate: string, { opportunity, date }: Request): Opportunity {
  if (opportunity?.counterparty === candidate) return opportunity;
  return { id: `deal with ${candidate}`, counterparty: candidate, completeTo: date, events: [] };
}

/** Gives a deal in which one thing more happened, after all else on its day. */
export function withEvent(deal: Opportunity, event: OpportunityEvent): Opportunity {
  const after = deal.events.findLastIndex(({ on }) => on <= event.on) + 1;
  return { ...deal, events: deal.events.toSpliced(after, 0, event) };
}

/**
 * Gives a request on a later day if nothing more happens until then: a record that reached up to its day goes on up to the
 * later one.
 */
export function onLaterDay(request: Request, date: Day): Request {
  const { opportunity, happened } = request;
  const extended = <T extends { readonly completeTo: Day }>(record: T): T =>
    record.completeTo < request.date ? record : { ...record, completeTo: Math.max(record.completeTo, date) };
  return {
    ...request,
    date,
    ...(opportunity !== undefined && { opportunity: extended(opportunity) }),
    ...(happened !== undefined && { happened: extended(happened) }),
  };
}
