import type { Day } from '../../vocabulary/day.ts';
import { checkShape } from '../forms/check-shape.ts';
import { complete, completeList, required, optional } from '../forms/complete.ts';
import { readDay } from '../forms/read-day.ts';
import { readParty } from '../forms/read-scalar.ts';
import { readText } from '../forms/read-text.ts';
import type { Opportunity, OpportunityEvent } from '../request.ts';
import { child, itemsOf, type Spot } from '../written/written.ts';
import { checkResponses } from './check-responses.ts';
import type { RequestContext } from './request-context.ts';
import { OPPORTUNITY_SHAPE } from './request-shapes.ts';
import { resolveEvent } from './resolve-event.ts';

/** Resolves one concrete deal and its record. Unsaid, the record is complete to its last event, or to the request's date. */
export function resolveOpportunity(
  spot: Spot,
  date: Day | undefined,
  context: RequestContext,
): Opportunity | undefined {
  const { report } = context;
  const shape = checkShape(spot, OPPORTUNITY_SHAPE, report);
  const completeTo = optional(spot, 'complete-to', 'completeTo', (day) => readDay(day, report));
  const events = resolveEvents(child(spot, 'events'), context);
  const resolved = complete({
    id: required(spot, 'id', (id) => readText(id, report)),
    counterparty: required(spot, 'counterparty', (party) => readParty(party, context)),
    events,
    completeTo: events?.at(-1)?.on ?? date,
    ...completeTo,
  });
  return shape === undefined ? undefined : resolved;
}

function resolveEvents(spot: Spot, context: RequestContext): readonly OpportunityEvent[] | undefined {
  const placed = completeList(itemsOf(spot).map((each) => resolveEvent(each, context)));
  const inOrder = placed?.toSorted((one, other) => one.event.on - other.event.on);
  if (inOrder === undefined) return undefined;
  checkResponses(inOrder, context.report);
  return inOrder.map(({ event }) => event);
}
