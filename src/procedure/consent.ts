import type { OpportunityEvent } from '../pack/request.ts';
import { DEAL_TERMS_ID, RECORD_ID } from '../pack/unknown-ids.ts';
import type { Position } from '../vocabulary/position.ts';
import { hasUnrecordedDays, type OpportunityRecord } from './record/opportunity-record.ts';

/** Gives what a precondition of consent says on a record: the party's last word counts, and none means not yet. */
export function consentPositions(
  by: string,
  record: OpportunityRecord,
): { readonly positions: readonly Position[]; readonly dependsOn: readonly string[] } {
  const { said, isOnOtherTerms } = lastWord(by, record.events);
  const position: Position = said === undefined ? 'not-before' : said === 'consent' ? 'nothing' : 'forbids';
  const open = [
    ...(isOnOtherTerms ? [DEAL_TERMS_ID] : []),
    ...(hasUnrecordedDays(record) ? [RECORD_ID] : []),
  ];
  if (open.length === 0) return { positions: [position], dependsOn: [] };
  const positions: Position[] = [
    position,
    ...(isOnOtherTerms ? (['not-before'] as const) : []),
    ...(hasUnrecordedDays(record) ? (['nothing', 'forbids'] as const) : []),
  ];
  return { positions: [...new Set(positions)], dependsOn: open };
}

/** Gives a party's last word on a deal, and whether its terms have changed since it consented. */
export function lastWord(
  by: string,
  events: readonly OpportunityEvent[],
): { readonly said: 'consent' | 'refusal' | undefined; readonly isOnOtherTerms: boolean } {
  const place = events.findLastIndex(
    (event) => (event.is === 'consent' || event.is === 'refusal') && event.party === by,
  );
  const said = events[place]?.is === 'refusal' ? 'refusal' : place === -1 ? undefined : 'consent';
  const changed = events.slice(place + 1).some((event) => event.is === 'change');
  return { said, isOnOtherTerms: said === 'consent' && changed };
}
