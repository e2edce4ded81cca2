import type { Clause } from '../../pack/pack.ts';
import type { Opportunity, Request } from '../../pack/request.ts';
import { FALSE, type Diagram } from '../../diagram/algebra/diagrams.ts';
import type { Ground } from '../../diagram/clauses/ground.ts';
import type { firstRightDiagram } from '../../diagram/requests/first-right-diagram.ts';
import { firstRightOf } from '../../procedure/record/first-right-clause.ts';
import type { Day } from '../../vocabulary/day.ts';
import { withAct, type ActInDeal } from './acts-in-deal.ts';
import type { CandidateDeal, DealSite } from './candidate-deal.ts';

/** Finds where a first right stands in a deal, in force or after its end. */
export interface Asked {
  readonly clause: Clause;
  readonly build: typeof firstRightDiagram;
  readonly name: 'in force' | 'ended';
}

/**
 * Gives where a first right stands, over every way in which its holder may be given notice and decline. The record is read
 * by the procedure itself, once for each of these ways.
 */
export function dealStates(site: DealSite, deal: CandidateDeal, ground: Ground, asked: Asked): Diagram {
  const { clause, build, name } = asked;
  const key = `${name} ${clause.id} ${deal.isOnRecord ? 'on record' : 'own'}`;
  const known = site.found.get(key);
  if (known !== undefined) return known;
  const { diagrams, request } = site;
  const under = (opportunity: Opportunity | undefined): Diagram =>
    build(ground, firstRightOf(clause), withDeal(request, opportunity));
  const after = overActs(site, clause.holder ?? '', (acts) => {
    const done = acts.reduce((so, { each, on }) => withAct(so, each, on, site.pack), deal.own);
    if (deal.isComplete === FALSE) return under(done);
    const complete = { ...done, completeTo: Math.max(done.completeTo, request.date) };
    return diagrams.ite(deal.isComplete, under(complete), under(done));
  });
  const found = deal.isOnRecord ? after : diagrams.ite(deal.isTouched, after, under(request.opportunity));
  site.found.set(key, found);
  return found;
}

function withDeal(asked: Request, deal: Opportunity | undefined): Request {
  const { opportunity: _, ...request } = asked;
  return deal === undefined ? request : { ...request, opportunity: deal };
}

interface Done {
  readonly each: ActInDeal;
  readonly on: Day;
}

/** Gives a diagram for each way in which notice may be given to a holder and it may decline, as one. */
function overActs(site: DealSite, holder: string, under: (acts: readonly Done[]) => Diagram): Diagram {
  const { diagrams, acts, levelOf } = site;
  const own = acts.filter(({ act, party }) => party === holder && (act === 'notice' || act === 'decline'));
  const follow = ([each, ...rest]: readonly ActInDeal[], done: readonly Done[]): Diagram => {
    if (each === undefined) return under(done);
    const level = levelOf(each.variable);
    return each.days.reduce<Diagram>(
      (otherwise, on, place) => {
        const isSo = diagrams.test(level, (klass) => klass === place + 1);
        return diagrams.ite(isSo, follow(rest, [...done, { each, on }]), otherwise);
      },
      follow(rest, done),
    );
  };
  return follow(own, []);
}
