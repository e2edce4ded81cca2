import type { Pack } from '../../pack/pack.ts';
import type { Opportunity, Request } from '../../pack/request.ts';
import { FALSE, type Diagram, type Diagrams } from '../../diagram/algebra/diagrams.ts';
import type { Levels } from '../../diagram/clauses/levels.ts';
import { variableOf, words, type Variable } from '../../diagram/variables/variable.ts';
import type { ActInDeal, DealAct } from './acts-in-deal.ts';
import { dealWith } from './deal.ts';

/** That the record of a deal is made out: nothing happened in it besides. */
export const RECORD_MADE_OUT: Variable = variableOf(
  { is: 'record', id: 'made out' },
  'record',
  words('as it is', 'made out'),
);

/** What a deal's ground is laid on. */
export interface DealSite {
  readonly pack: Pack;
  readonly request: Request;
  readonly acts: readonly ActInDeal[];
  readonly diagrams: Diagrams;
  readonly levelOf: Levels['levelOf'];
  /** The states of rights found so far: they do not hang on who the candidate is, only on which deal is meant. */
  readonly found: Map<string, Diagram>;
}

/** The deal in which something may still be done for a candidate. */
export interface CandidateDeal {
  readonly own: Opportunity;
  /** False where it is a new one. */
  readonly isOnRecord: boolean;
  /** True where something is done in it. */
  readonly isTouched: Diagram;
  /** True where its record is made out to reach up to the day. */
  readonly isComplete: Diagram;
  /** True where a party is made to do an act. */
  readonly isDone: (act: DealAct, party: string) => Diagram;
}

/** Finds the deal of a candidate. */
export function candidateDeal(site: DealSite, candidate: string): CandidateDeal {
  const { diagrams, request, acts, levelOf } = site;
  const own = dealWith(candidate, request);
  const done = ({ variable }: ActInDeal): Diagram => diagrams.test(levelOf(variable), (klass) => klass > 0);
  return {
    own,
    isOnRecord: request.opportunity?.counterparty === candidate,
    isTouched: diagrams.any(acts.map(done)),
    isComplete:
      own.completeTo < request.date ? diagrams.test(levelOf(RECORD_MADE_OUT), (klass) => klass === 1) : FALSE,
    isDone: (act, party) => {
      const found = acts.find((each) => each.act === act && each.party === party);
      return found === undefined ? FALSE : done(found);
    },
  };
}
