import type { Finding } from '../vocabulary/finding.ts';
import { RECORD_ID } from '../pack/unknown-ids.ts';
import { hasUnrecordedDays, type OpportunityRecord } from './opportunity-record.ts';

/** Finds whether all to whom a clause is owed have waived it for the deal on record. */
export function waivedOn(
  record: OpportunityRecord,
  owedTo: readonly string[],
): { readonly finding: Finding; readonly dependsOn: readonly string[] } {
  if (owedTo.length === 0) return { finding: 'not-met', dependsOn: [] };
  const waivers = new Set(record.events.flatMap((event) => (event.is === 'waiver' ? [event.party] : [])));
  if (owedTo.every((party) => waivers.has(party))) return { finding: 'met', dependsOn: [] };
  return hasUnrecordedDays(record)
    ? { finding: 'unknown', dependsOn: [RECORD_ID] }
    : { finding: 'not-met', dependsOn: [] };
}
