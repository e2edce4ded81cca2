import type { OpportunityEvent } from '../pack/request.ts';
import { DEAL_TERMS_ID, RECORD_ID } from '../pack/unknown-ids.ts';
import type { Position } from '../vocabulary/position.ts';
import { changesSince } from './lapse.ts';
import { hasUnrecordedDays, type OpportunityRecord } from './record/opportunity-record.ts';

/** Gives what a precondition of consent says on a record: the party's last word counts, and none means not yet. */
export function consentPositions(
  by: string,
  record: OpportunityRecord,
): { readonly positions: readonly Position[]; readonly dependsOn: readonly string[] } {
  const { said, changedAt } = lastWord(by, record.events);
  const isOnOtherTerms = changedAt.length > 0;
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

/** Gives a party's last word on a deal, and the places of the changes of its terms since it consented. */
export function lastWord(
  by: string,
  events: readonly OpportunityEvent[],
): { readonly said: 'consent' | 'refusal' | undefined; readonly changedAt: readonly number[] } {
  const place = events.findLastIndex(
    (event) => (event.is === 'consent' || event.is === 'refusal') && event.party === by,
  );
  const said = place === -1 ? undefined : events[place]?.is === 'refusal' ? 'refusal' : 'consent';
  const changedAt = said === 'consent' ? changesSince(events, place).map((change) => change.place) : [];
  return { said, changedAt };
}
