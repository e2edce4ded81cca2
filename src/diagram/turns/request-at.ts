import type { Request } from '../../pack/request.ts';
import type { Day } from '../../vocabulary/day.ts';

/** What of a request is varied: its date, or one of its facts. */
export type Varied = { readonly is: 'date' } | { readonly is: 'fact'; readonly fact: string };

/** Gives a request with another date, or another number or day for a fact. */
export function requestAt(request: Request, varied: Varied, value: number): Request {
  if (varied.is === 'date') return requestOn(request, value);
  return { ...request, facts: { ...request.facts, [varied.fact]: value } };
}

/** What was recorded of later days is not yet so: no event of the deal has happened, and nobody has assessed anything. */
function requestOn(request: Request, date: Day): Request {
  const { opportunity, assessedBy = {} } = request;
  const facts = Object.entries(request.facts).filter(([id]) => {
    const assessed = Object.hasOwn(assessedBy, id) ? assessedBy[id] : undefined;
    return assessed === undefined || assessed.on <= date;
  });
  return {
    ...request,
    date,
    facts: Object.fromEntries(facts),
    ...(opportunity !== undefined && {
      opportunity: { ...opportunity, events: opportunity.events.filter(({ on }) => on <= date) },
    }),
  };
}
