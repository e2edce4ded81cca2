import type { Clause } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import { DEAL_TERMS_ID } from '../../pack/unknown-ids.ts';
import { lastWord } from '../../procedure/consent.ts';
import { waysOf } from '../../procedure/questions/ways-of.ts';
import { recordOf } from '../../procedure/record/opportunity-record.ts';
import { hasWaived } from '../../procedure/waiver.ts';
import { TRUE, type Diagram } from '../algebra/diagrams.ts';
import { is, type Ground } from '../clauses/ground.ts';
import { waiverVariable } from '../variables/other-variables.ts';
import { variableOf, words } from '../variables/variable.ts';
import { diagramExplorer } from './diagram-explorer.ts';

/** True where a party has waived a clause for the deal, on record or off it. */
export function waivedDiagram(
  ground: Ground,
  clause: Clause,
  party: string,
  { opportunity, date }: Request,
): Diagram {
  const { diagrams } = ground;
  const isWaivedSince = is(ground, waiverVariable(party), 'yes');
  if (opportunity === undefined) return isWaivedSince;
  const record = recordOf(opportunity, date);
  const ways = waysOf((ask) => hasWaived(party, clause, record, ask), diagramExplorer(ground));
  const isOnRecord = diagrams.any(ways.flatMap(({ value, mark }) => (value ? [mark] : [])));
  return diagrams.or(isOnRecord, isWaivedSince);
}

/** Names the unknown whether a consent reaches the deal as it now is. */
export function consentLapseId(party: string): string {
  return `consent ${party}`;
}

/** The answer that it does not. */
export const LAPSED = 'another deal';

/** Whether a consent reaches a deal whose terms have changed since is an unknown of its own. */
export function consentHoldsDiagram(ground: Ground, party: string, { opportunity, date }: Request): Diagram {
  if (opportunity === undefined) return TRUE;
  const { isOnOtherTerms } = lastWord(party, recordOf(opportunity, date).events);
  if (!isOnOtherTerms) return TRUE;
  const variable = variableOf(
    { is: 'unrecorded', id: consentLapseId(party) },
    DEAL_TERMS_ID,
    words('the same deal', LAPSED),
  );
  return is(ground, variable, 'the same deal');
}
