import type { Clause } from '../../pack/pack.ts';
import { FALSE, TRUE } from '../../diagram/algebra/diagrams.ts';
import { whereTerminal } from '../../diagram/algebra/read-diagrams.ts';
import type { CandidateGround, Ground } from '../../diagram/clauses/ground.ts';
import { endedRightDiagram, firstRightDiagram } from '../../diagram/requests/first-right-diagram.ts';
import { consentHoldsDiagram, waivedDiagram } from '../../diagram/requests/waived-diagram.ts';
import { STATES } from '../../diagram/variables/other-variables.ts';
import type { CandidateDeal, DealSite } from './candidate-deal.ts';
import { dealStates } from './deal-states.ts';

type OfTheDeal = Pick<CandidateGround, 'state' | 'stateAfterEnd' | 'waived' | 'consentHolds'>;

/** Lays the part of a candidate's ground that hangs on its deal. `ground` is the whole, for what the parts ask of it. */
export function dealGround(site: DealSite, deal: CandidateDeal, ground: () => Ground): OfTheDeal {
  const { diagrams, request, pack } = site;
  const clauseOf = (id: string): Clause => {
    const clause = pack.clauses.find((each) => each.id === id);
    if (clause === undefined) throw new Error(`the pack has no clause \`${id}\``);
    return clause;
  };
  const stands = (build: typeof firstRightDiagram, name: 'in force' | 'ended'): OfTheDeal['state'] => {
    return (id, state) => {
      const states = dealStates(site, deal, ground(), { clause: clauseOf(id), build, name });
      return whereTerminal(diagrams, states, STATES.indexOf(state));
    };
  };
  return {
    state: stands(firstRightDiagram, 'in force'),
    stateAfterEnd: stands(endedRightDiagram, 'ended'),
    waived: (id, party) => {
      const before = deal.isOnRecord ? waivedDiagram(ground(), clauseOf(id), party, request) : FALSE;
      return diagrams.or(deal.isDone('waiver', party), before);
    },
    consentHolds: (party) => {
      const before = deal.isOnRecord ? consentHoldsDiagram(ground(), party, request) : TRUE;
      return diagrams.or(deal.isDone('consent', party), before);
    },
  };
}
