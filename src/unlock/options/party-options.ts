import { electionId } from '../../pack/unknown-ids.ts';
import type { Variable } from '../../diagram/variables/variable.ts';
import { withParts, type Changed } from '../changed.ts';
import { isInformationDue, withAct, type ActInDeal } from '../ground/acts-in-deal.ts';
import type { DayGround } from '../ground/day-ground.ts';
import { dealWith } from '../ground/deal.ts';
import { DIRECT } from '../ground/route.ts';
import type { Option, ChangeSource, Topic } from './option.ts';

/** Gives the parties through which a candidate may serve instead. */
export function routeOptions({ classes }: Variable, { request: { actor } }: DayGround): readonly Option[] {
  const topic: Topic = { kind: 'route', id: 'through', source: 'actor', party: actor };
  return classes.map(({ label }, klass) => ({
    topic,
    klass,
    values: [label],
    make: (changed) => {
      const { through: _, ...request } = changed.request;
      return { ...changed, request: label === DIRECT ? request : { ...request, through: label } };
    },
  }));
}

/** Gives that a holder designates the candidate. */
export function designeeOptions(
  { about: { id } }: Variable,
  candidate: string,
  { pack, request: { actor } }: DayGround,
): readonly Option[] {
  if (!pack.parties.some((party) => party.id === candidate)) return [];
  const make = (changed: Changed): Changed => {
    const { designees = {} } = changed.request;
    return withParts(changed, { designees: { ...designees, [id]: [...(designees[id] ?? []), candidate] } });
  };
  return [{ topic: { kind: 'designation', id, source: sourceOf(id, actor), party: id }, klass: 1, make }];
}

/** Gives that a party elects to end a clause. */
export function electionOptions(
  { about: { id } }: Variable,
  { pack, request: { actor } }: DayGround,
): readonly Option[] {
  const ceasings = pack.clauses.flatMap((clause) =>
    (clause.ceases ?? []).map((each) => ({ id: electionId(clause, each), party: each.electionOf })),
  );
  const party = ceasings.find((each) => each.id === id)?.party;
  if (party === undefined) return [];
  const make = (changed: Changed): Changed => {
    const { elections = {}, date } = changed.request;
    return withParts(changed, { elections: { ...elections, [id]: date } });
  };
  return [{ topic: { kind: 'election', id, source: sourceOf(party, actor), party }, klass: 0, make }];
}

/** Gives what a party may do in the deal, or the actor towards it. */
export function actOptions(
  { act, party, days }: ActInDeal,
  candidate: string,
  { pack, request }: DayGround,
): readonly Option[] {
  const deal = dealWith(candidate, request);
  return days.map((on, place) => {
    const topic: Topic =
      act === 'notice'
        ? {
            kind: isInformationDue(deal, party, on) ? 'information' : 'notice',
            id: party,
            source: 'actor',
            party: request.actor,
          }
        : { kind: act, id: party, source: sourceOf(party, request.actor), party };
    return {
      topic,
      klass: place + 1,
      on,
      make: (changed) => {
        const opportunity = withAct(dealWith(candidate, changed.request), { act, party }, on, pack);
        return withParts(changed, { opportunity });
      },
    };
  });
}

/** Gives that nothing happened in the deal besides what is on record. */
export function recordOptions(candidate: string): readonly Option[] {
  const make = (changed: Changed): Changed => {
    const deal = dealWith(candidate, changed.request);
    const completeTo = Math.max(deal.completeTo, changed.request.date);
    return withParts(changed, { opportunity: { ...deal, completeTo } });
  };
  return [{ topic: { kind: 'record', id: 'opportunity', source: 'settlement' }, klass: 1, make }];
}

function sourceOf(party: string, actor: string): ChangeSource {
  return party === actor ? 'actor' : 'party';
}
