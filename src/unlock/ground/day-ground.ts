import type { Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import {
  FALSE,
  TRUE,
  type ClassesLeft,
  type Diagram,
  type Diagrams,
} from '../../diagram/algebra/diagrams.ts';
import { actDiagrams } from '../../diagram/clauses/act-diagrams.ts';
import type { CandidateGround } from '../../diagram/clauses/ground.ts';
import { startLevels, type Levels } from '../../diagram/clauses/levels.ts';
import { worstDiagram } from '../../diagram/requests/exact-answer.ts';
import { withMeasures } from '../../diagram/requests/measure-tests.ts';
import { classesOf } from '../../diagram/variables/classes.ts';
import { CONSENTS } from '../../diagram/variables/other-variables.ts';
import type { Variable } from '../../diagram/variables/variable.ts';
import type { Day } from '../../vocabulary/day.ts';
import { actsInDeal, type ActInDeal } from './acts-in-deal.ts';
import { candidateDeal, type CandidateDeal, type DealSite } from './candidate-deal.ts';
import { dealGround } from './deal-ground.ts';
import { leftOnRecord } from './left-unchanged.ts';
import { openedRequest } from './opened-request.ts';
import { routeVariable } from './route.ts';

/** All that can be changed about a request on one day, as diagrams. */
export interface DayGround {
  readonly pack: Pack;
  /** As asked, on this day. */
  readonly request: Request;
  /** The day that was asked about. */
  readonly asked: Day;
  readonly acts: readonly ActInDeal[];
  readonly diagrams: Diagrams;
  /** By level. */
  readonly variables: readonly Variable[];
  /** What the acts together come to for a candidate. */
  readonly outcomeFor: (candidate: string) => Diagram;
}

/** Beyond this many nodes a day is left out, and the result says so. */
const MOST_NODES = 200_000;

/** Lays the ground of a request on a day. What is built of it may throw `BudgetSpent`. */
export function dayGround(pack: Pack, request: Request, asked: Day): DayGround {
  const levels = startLevels(MOST_NODES);
  const { diagrams, variables } = levels;
  const acts = actsInDeal(pack, { asked, date: request.date });
  const site = { pack, request, acts, diagrams, levelOf: levels.levelOf, found: new Map<string, Diagram>() };
  const shared = new Map<string, Diagram>();
  const outcomeFor = (candidate: string): Diagram => {
    const diagramsOf = actDiagrams(candidateGround(site, candidate, levels), shared);
    const outcomes = request.acts.map((act) => diagramsOf(request.actor, act).outcome);
    return worstDiagram(diagrams, outcomes);
  };
  return { pack, request, asked, acts, diagrams, variables, outcomeFor };
}

function candidateGround(site: DealSite, candidate: string, { diagrams, levelOf }: Levels): CandidateGround {
  const { pack, request } = site;
  const deal = candidateDeal(site, candidate);
  const test: CandidateGround['test'] = (variable, fits) => {
    const own = DEALT_WITH[variable.about.is];
    if (own !== undefined) return own({ site, candidate, deal, variable, fits });
    const { left, isOpen } = leftOnRecord(variable, candidate, { pack, request });
    if (!isOpen) return testKnown(diagrams, left, (open) => levelOf(variable, open), fits);
    return diagrams.test(levelOf(toldApart(variable), left), fits);
  };
  const opened = openedRequest(pack, request);
  const ground: CandidateGround = {
    pack,
    candidate,
    diagrams,
    classes: classesOf(pack),
    from: (day) => (request.date >= day ? TRUE : FALSE),
    test: withMeasures({ pack, request: opened, candidate, diagrams, levelOf, test }),
    ...dealGround(site, deal, () => ground),
  };
  return ground;
}

interface Tested {
  readonly site: DealSite;
  readonly candidate: string;
  readonly deal: CandidateDeal;
  readonly variable: Variable;
  readonly fits: (klass: number) => boolean;
}

/** What hangs on the deal or on the route is found otherwise than a fact. */
const DEALT_WITH: Readonly<Partial<Record<Variable['about']['is'], (tested: Tested) => Diagram>>> = {
  counterparty: ({ site: { diagrams }, deal, fits }) => {
    const isCounterparty = deal.isOnRecord ? TRUE : deal.isTouched;
    return diagrams.ite(isCounterparty, fits(1) ? TRUE : FALSE, fits(0) ? TRUE : FALSE);
  },
  through: ({ site, candidate, variable, fits }) => {
    const route = routeVariable(site.pack, site.request, candidate);
    const level = site.levelOf(route);
    return site.diagrams.test(level, (klass) =>
      fits(route.classes[klass]?.label === variable.about.id ? 1 : 0),
    );
  },
  waiver: (tested) => afterAll(tested, 'waiver', 1),
  consent: (tested) => afterAll(tested, 'consent', CONSENTS.indexOf('consent')),
};

/** What a party has said once it is made to say it; else what is on record, and where the record has a gap, anything. */
function afterAll(
  { site, candidate, deal, variable, fits }: Tested,
  act: 'waiver' | 'consent',
  done: number,
): Diagram {
  const { diagrams, pack } = site;
  const request = onlyWithOwnDeal(site.request, candidate);
  const { left } = leftOnRecord(variable, candidate, { pack, request });
  const asRecorded = testKnown(diagrams, left, (open) => site.levelOf(variable, open), fits);
  const complete = leftOnRecord(variable, candidate, { pack, request: withoutGap(request) });
  const madeOut = testKnown(diagrams, complete.left, () => site.levelOf(variable), fits);
  const before = diagrams.ite(deal.isComplete, madeOut, asRecorded);
  return diagrams.ite(deal.isDone(act, variable.about.id), fits(done) ? TRUE : FALSE, before);
}

function onlyWithOwnDeal({ opportunity, ...request }: Request, candidate: string): Request {
  return opportunity?.counterparty === candidate ? { ...request, opportunity } : request;
}

function withoutGap(request: Request): Request {
  const { opportunity, date } = request;
  if (opportunity === undefined) return request;
  return { ...request, opportunity: { ...opportunity, completeTo: Math.max(opportunity.completeTo, date) } };
}

function testKnown(
  diagrams: Diagrams,
  left: ClassesLeft | undefined,
  levelFor: (left: ClassesLeft | undefined) => number,
  fits: (klass: number) => boolean,
): Diagram {
  const first = left?.indexOf(true) ?? -1;
  const isSingle = left !== undefined && !left.includes(true, first + 1);
  return isSingle ? (fits(first) ? TRUE : FALSE) : diagrams.test(levelFor(left), fits);
}

/** The values between which an unknown is asked to choose hang on the record: with other values it is another question. */
function toldApart(variable: Variable): Variable {
  const { is } = variable.about;
  if (is !== 'parameter' && is !== 'record' && is !== 'unrecorded' && is !== 'share') return variable;
  return { ...variable, key: `${variable.key}: ${variable.classes.map(({ label }) => label).join(', ')}` };
}
