import type { Position } from '../vocabulary/position.ts';
import { RECORD_ID } from '../pack/unknown-ids.ts';
import { hasUnrecordedDays, type OpportunityRecord } from './opportunity-record.ts';

/** Gives what a precondition of consent says on a record: the party's last word counts, and none means not yet. */
export function consentPositions(
  by: string,
  record: OpportunityRecord,
): { readonly positions: readonly Position[]; readonly dependsOn: readonly string[] } {
  const words = record.events.filter((event) => 'party' in event && event.party === by);
  const last = words.findLast((event) => event.is === 'consent' || event.is === 'refusal');
  const said: Position = last === undefined ? 'not-before' : last.is === 'consent' ? 'nothing' : 'forbids';
  if (!hasUnrecordedDays(record)) return { positions: [said], dependsOn: [] };
  return { positions: [...new Set<Position>([said, 'nothing', 'forbids'])], dependsOn: [RECORD_ID] };
}
