import { tailsOfClause } from '../../pack/clause-tails.ts';
import { instrumentOf } from '../../pack/lookup.ts';
import type { AnchorBase, Instrument, Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import { startId } from '../../pack/unknown-ids.ts';
import { isoFromDay, type Day } from '../../vocabulary/day.ts';
import { AT_ONCE, latestFrom, textOfOffset } from '../../vocabulary/offset.ts';
import type { Limit, Parameter } from '../../vocabulary/stated.ts';
import type { Ask } from '../questions/question.ts';

/** What it takes to find on which day something began or ended: what is not known is asked. */
export interface Dated {
  readonly pack: Pack;
  readonly request: Request;
  readonly ask: Ask;
}

/** Gives the day from which others are counted; `Infinity` where it has not come. */
export function dayOfBase(base: AnchorBase, dated: Dated): Day {
  switch (base.is) {
    case 'day':
      return base.day;
    case 'start':
      return startDay(instrumentOf(dated.pack, base.instrument), dated);
    case 'event':
    case 'date':
      return factDay(base.fact, dated);
  }
}

/** The day on which an instrument started, any of its band where that is not known. */
function startDay({ id, from, possiblyFrom }: Instrument, dated: Dated): Day {
  if (possiblyFrom === from) return from;
  const turning = daysThatTurn((base) => base.is === 'start' && base.instrument === id, dated);
  const days = [possiblyFrom, ...turning, from].filter((day) => possiblyFrom <= day && day <= from);
  return dayAmong(days, `start ${id}`, startId({ id }), dated.ask);
}

function factDay(fact: string, dated: Dated): Day {
  const { request, ask } = dated;
  const known = Object.hasOwn(request.facts, fact) ? request.facts[fact] : undefined;
  if (typeof known === 'number') return known;
  if (known !== undefined) return Infinity;
  const turning = daysThatTurn((base) => 'fact' in base && base.fact === fact, dated);
  return dayAmong([...turning, Infinity], eventQuestion(fact), fact, ask);
}

/** The key of the question on which day an event happened, for all that a record of deals hangs on. */
export function eventQuestion(fact: string): string {
  return `event ${fact}`;
}

/** Days of a base that leads first rights, at once or by what they count from it, to each day that turns something. */
function daysThatTurn(isMeant: (base: AnchorBase) => boolean, { pack, request }: Dated): readonly Day[] {
  const rights = pack.clauses.filter(({ procedure }) => procedure !== undefined);
  const meant = rights.flatMap(tailsOfClause).filter(({ base }) => isMeant(base));
  const offsets = new Map(
    [AT_ONCE, ...meant.map(({ offset }) => offset)].map((each) => [textOfOffset(each), each]),
  );
  const days = [...offsets.values()].flatMap((offset) =>
    turningDays(request).flatMap((day) => latestFrom(day, offset)),
  );
  return [...new Set(days)].toSorted((one, other) => one - other);
}

/** Asks for one of some days; where there is but one, it is that. */
export function dayAmong(days: readonly Day[], key: string, reportedAs: string, ask: Ask): Day {
  const answers = [...new Set(days)].map((day) => ({ label: dayInWords(day), value: day }));
  const [only, second] = answers;
  return only !== undefined && second === undefined
    ? only.value
    : ask({ is: 'record', key, reportedAs, answers });
}

/** A day as an answer is called: in ISO form, or that it has not come. */
function dayInWords(day: Day): string {
  return Number.isFinite(day) ? isoFromDay(day) : 'not-yet';
}

/** Days at whose start something may end that makes a difference to the record of a deal. */
export function turningDays({ opportunity, date }: Request): readonly Day[] {
  const events = (opportunity?.events ?? []).flatMap(({ on }) => [on, on + 1]);
  const complete = opportunity === undefined ? [] : [opportunity.completeTo, opportunity.completeTo + 1];
  return [...new Set([...events, ...complete, date])].filter((day) => day <= date).toSorted((a, b) => a - b);
}

/** What a parameter is taken to be; `undefined` where it is open. */
export function limitOf<T>(parameter: Parameter<T>, ask: Ask): Limit<T> | undefined {
  return ask<Limit<T> | undefined>({
    is: 'parameter',
    key: `limit ${parameter.id}`,
    parameter,
    alternatives: [undefined],
    given: (limit) => limit as Limit<T>,
  });
}
