import type { Clause } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import { lastWord } from '../../procedure/consent.ts';
import { sameDealQuestion } from '../../procedure/lapse.ts';
import type { Ask } from '../../procedure/questions/question.ts';
import { waysOf } from '../../procedure/questions/ways-of.ts';
import { recordOf } from '../../procedure/record/opportunity-record.ts';
import { hasWaived } from '../../procedure/waiver.ts';
import { TRUE, type Diagram } from '../algebra/diagrams.ts';
import { is, type Ground } from '../clauses/ground.ts';
import { waiverVariable } from '../variables/other-variables.ts';
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

/** True where a consent reaches the deal as it now is. */
export function consentHoldsDiagram(ground: Ground, party: string, { opportunity, date }: Request): Diagram {
  if (opportunity === undefined) return TRUE;
  const { diagrams } = ground;
  const { changedAt } = lastWord(party, recordOf(opportunity, date).events);
  const run = (ask: Ask): boolean => changedAt.every((place) => ask(sameDealQuestion(place)));
  const ways = waysOf(run, diagramExplorer(ground));
  return diagrams.any(ways.flatMap(({ value, mark }) => (value ? [mark] : [])));
}
