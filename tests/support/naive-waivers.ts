import type { Clause, Pack } from '../../src/pack/pack.ts';
import type { Opportunity, OpportunityEvent, WaiverEvent } from '../../src/pack/request.ts';
import { isEqual } from './naive-deal-terms.ts';
import type { World } from './naive-world.ts';

/**
 * A waiver takes from this deal what is owed to one party; what is owed to several stands until all have waived it. One that
 * is not on record is taken to be of all that is owed to the party.
 */
export function isWaived(world: World, clause: Clause): boolean {
  const { opportunity } = world.request;
  if (opportunity === undefined || opportunity.counterparty !== world.provider) return false;
  return (
    clause.owedTo.length > 0 &&
    clause.owedTo.every((party) => hasWaived(world, opportunity, { party, clause }))
  );
}

function hasWaived(
  world: World,
  opportunity: Opportunity,
  { party, clause }: { readonly party: string; readonly clause: Clause },
): boolean {
  const { date } = world.request;
  const reaches = opportunity.events.some(
    (event, index) =>
      event.is === 'waiver' &&
      event.party === party &&
      event.on <= date &&
      speaksOf(world.pack, event, clause) &&
      (event.anyTerms === true || stillReaches(world, opportunity, { index, clause })),
  );
  if (reaches || opportunity.completeTo >= date) return reaches;
  const key = `waiver of ${party}`;
  return world.choose({ key, reportedAs: 'opportunity.complete-to' }, [true, false]);
}

/** A clause is waived under the name of each of its versions. */
function speaksOf(pack: Pack, { clauses }: WaiverEvent, clause: Clause): boolean {
  if (clauses === undefined) return true;
  return pack.clauses.some((named) => clauses.includes(named.id) && rootOf(named) === rootOf(clause));
}

function rootOf({ id, lineage = id }: Clause): string {
  return lineage;
}

/**
 * What was said of a deal reaches it no further than to the terms on which it then was. A first right says which changes
 * count; for any other clause nobody knows, and each change is one unknown.
 */
export function stillReaches(
  world: World,
  { events }: Opportunity,
  { index, clause }: { readonly index: number; readonly clause: Clause },
): boolean {
  const later = events.map((event, place) => ({ event, place })).slice(index + 1);
  return !later.some(
    ({ event, place }) =>
      event.is === 'change' && event.on <= world.request.date && isAnother(world, event, { place, clause }),
  );
}

function isAnother(
  world: World,
  { terms: changes }: Extract<OpportunityEvent, { is: 'change' }>,
  { place, clause }: { readonly place: number; readonly clause: Clause },
): boolean {
  if (clause.procedure !== undefined) {
    return !isEqual(world, clause.procedure.terms, { event: place, changes });
  }
  if (changes.every((change) => change.is === 'numbers' && change.from === change.to)) return false;
  const variable = { key: `another deal ${String(place)}`, reportedAs: 'opportunity.terms' };
  return world.choose(variable, [true, false]);
}
