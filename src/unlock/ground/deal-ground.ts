import type { Clause, Pack } from '../../pack/pack.ts';
import type { Opportunity, Request } from '../../pack/request.ts';
import { FALSE, TRUE, type Diagram, type Diagrams } from '../../diagram/algebra/diagrams.ts';
import { whereTerminal } from '../../diagram/algebra/read-diagrams.ts';
import type { CandidateGround, Ground } from '../../diagram/clauses/ground.ts';
import type { Levels } from '../../diagram/clauses/levels.ts';
import { endedRightDiagram, firstRightDiagram } from '../../diagram/requests/first-right-diagram.ts';
import { consentHoldsDiagram, waivedDiagram } from '../../diagram/requests/waived-diagram.ts';
import { STATES } from '../../diagram/variables/other-variables.ts';
import { variableOf, words, type Variable } from '../../diagram/variables/variable.ts';
import { firstRightOf } from '../../procedure/record/first-right-clause.ts';
import { withAct, type ActInDeal, type DealAct } from './acts-in-deal.ts';
import { dealWith } from './deal.ts';

/** What of the ground hangs on a deal in which something may still be done. */
export type DealGround = Pick<CandidateGround, 'state' | 'stateAfterEnd' | 'waived' | 'consentHolds'> & {
  /** True where the candidate is the counterparty of the deal. */
  readonly isCounterparty: Diagram;
  /** True where the party is made to do the act. */
  readonly isDone: (act: DealAct, party: string) => Diagram;
  /** True where the record is made out to reach up to the day. */
  readonly isComplete: Diagram;
};

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

/** Lays the part of a candidate's ground that hangs on its deal. `ground` is the whole, for what the parts ask of it. */
export function dealGround(site: DealSite, candidate: string, ground: () => Ground): DealGround {
  const { diagrams, request } = site;
  const { opportunity } = request;
  const isOnRecord = opportunity?.counterparty === candidate;
  const own = dealWith(candidate, request);
  const hasGap = own.completeTo < request.date;
  const isComplete = hasGap ? diagrams.test(site.levelOf(RECORD_MADE_OUT), (klass) => klass === 1) : FALSE;
  const isTouched = diagrams.any(site.acts.map((each) => isDoneAt(site, each)));
  const isDone = (act: DealAct, party: string): Diagram => {
    const found = site.acts.find((each) => each.act === act && each.party === party);
    return found === undefined ? FALSE : isDoneAt(site, found);
  };
  const statesOf = (build: typeof firstRightDiagram, clause: Clause, name: string): Diagram => {
    const key = `${name} ${clause.id} ${isOnRecord ? 'on record' : 'own'}`;
    const known = site.found.get(key);
    if (known !== undefined) return known;
    const under = (deal: Opportunity | undefined): Diagram =>
      build(ground(), firstRightOf(clause), withDeal(request, deal));
    const after = overActs(site, clause.holder ?? '', (acts) => {
      const deal = acts.reduce((so, { each, on }) => withAct(so, each, on, site.pack), own);
      const complete = { ...deal, completeTo: Math.max(deal.completeTo, request.date) };
      return hasGap ? diagrams.ite(isComplete, under(complete), under(deal)) : under(deal);
    });
    const found = isOnRecord ? after : diagrams.ite(isTouched, after, under(opportunity));
    site.found.set(key, found);
    return found;
  };
  const clauseOf = (id: string): Clause => {
    const clause = site.pack.clauses.find((each) => each.id === id);
    if (clause === undefined) throw new Error(`the pack has no clause \`${id}\``);
    return clause;
  };
  return {
    isDone,
    isComplete,
    isCounterparty: isOnRecord ? TRUE : isTouched,
    state: (id, state) =>
      whereTerminal(diagrams, statesOf(firstRightDiagram, clauseOf(id), 'in force'), STATES.indexOf(state)),
    stateAfterEnd: (id, state) =>
      whereTerminal(diagrams, statesOf(endedRightDiagram, clauseOf(id), 'ended'), STATES.indexOf(state)),
    waived: (id, party) => {
      const before = isOnRecord ? waivedDiagram(ground(), clauseOf(id), party, request) : FALSE;
      return diagrams.or(isDone('waiver', party), before);
    },
    consentHolds: (party) => {
      const before = isOnRecord ? consentHoldsDiagram(ground(), party, request) : TRUE;
      return diagrams.or(isDone('consent', party), before);
    },
  };
}

function withDeal({ opportunity: _, ...request }: Request, deal: Opportunity | undefined): Request {
  return deal === undefined ? request : { ...request, opportunity: deal };
}

function isDoneAt({ diagrams, levelOf }: DealSite, { variable }: ActInDeal): Diagram {
  return diagrams.test(levelOf(variable), (klass) => klass > 0);
}

interface Done {
  readonly each: ActInDeal;
  readonly on: number;
}

/** Gives a diagram for each way in which notice may be given to a holder and it may decline, as one. */
function overActs(site: DealSite, holder: string, under: (acts: readonly Done[]) => Diagram): Diagram {
  const own = site.acts.filter(
    ({ act, party }) => party === holder && (act === 'notice' || act === 'decline'),
  );
  const follow = (left: readonly ActInDeal[], done: readonly Done[]): Diagram => {
    const [each, ...rest] = left;
    if (each === undefined) return under(done);
    const children = [undefined, ...each.days].map((on) =>
      follow(rest, on === undefined ? done : [...done, { each, on }]),
    );
    const level = site.levelOf(each.variable);
    const first = children[0] ?? FALSE;
    return children.slice(1).reduce<Diagram>((otherwise, child, place) => {
      const isSo = site.diagrams.test(level, (klass) => klass === place + 1);
      return site.diagrams.ite(isSo, child, otherwise);
    }, first);
  };
  return follow(own, []);
}
