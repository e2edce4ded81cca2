import type { Position } from '../../vocabulary/position.ts';
import { hasUnrecordedDays, RECORD_ID, type OpportunityRecord } from './opportunity-record.ts';

/** Gives what a precondition of consent says on a record: the party's last word counts, and none means not yet. */
export function consentPositions(
  by: string,
  record: OpportunityRecord,
): { readonly positions: readonly Position[]; readonly dependsOn: readonly string[] } {
  if (hasUnrecordedDays(record))
    return { positions: ['not-before', 'nothing', 'forbids'], dependsOn: [RECORD_ID] };
  const words = record.events.filter((event) => 'party' in event && event.party === by);
  const last = words.findLast((event) => event.is === 'consent' || event.is === 'refusal');
  if (last === undefined) return { positions: ['not-before'], dependsOn: [] };
  return { positions: [last.is === 'consent' ? 'nothing' : 'forbids'], dependsOn: [] };
}
