import { instrumentOf } from '../../pack/lookup.ts';
import type { Clause, Instrument, Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import { startId } from '../../pack/unknown-ids.ts';
import type { Day } from '../../vocabulary/day.ts';
import { dayAfter, type Duration } from '../../vocabulary/duration.ts';
import type { Limit, Parameter } from '../../vocabulary/stated.ts';
import type { Ask } from '../questions/question.ts';

/**
 * Gives the first day, up to that of the request, on which a clause was out of force; `Infinity` where it still is in force,
 * or never was.
 */
export function outOfForceSince(clause: Clause, pack: Pack, request: Request, ask: Ask): Day {
  const tail = tailOf(clause, request, ask);
  if (tail === undefined) return Infinity;
  const byInstruments = clause.endedBy.map((id) => startOf(instrumentOf(pack, id), request, ask));
  const own = dayOf(clause.until, 'end', request, ask);
  const ends = [...byInstruments, own, eventDay(clause.untilEvent, request, ask)];
  const out = ends.map((day) => (Number.isFinite(day) ? dayAfter(day, tail) : Infinity));
  const first = Math.min(...out);
  const isOver = first <= request.date && hasBegunBefore(first, clause, pack, request, ask);
  return isOver ? first : Infinity;
}

/** A clause that never had a day in force has nothing under way. */
function hasBegunBefore(end: Day, clause: Clause, pack: Pack, request: Request, ask: Ask): boolean {
  const instrument = instrumentOf(pack, clause.instrument);
  if (end <= instrument.possiblyFrom) return false;
  return end > instrument.from || startOf(instrument, request, ask) < end;
}

const AT_ONCE: Duration = { count: 0, unit: 'calendar-days' };

/** How long the clause goes on after whatever ends it; `undefined` where for good. */
function tailOf({ survives }: Clause, request: Request, ask: Ask): Duration | undefined {
  if (survives === undefined) return AT_ONCE;
  const limit = limitOf(survives, ask);
  if (limit?.is === 'none') return undefined;
  if (limit?.is === 'set') return limit.value;
  const days = ask<number>({
    is: 'record',
    key: `tail ${survives.id}`,
    reportedAs: survives.id,
    answers: turningDays(request).map((day) => {
      const count = Math.max(0, request.date - day);
      return { label: String(count), value: count };
    }),
  });
  return { count: days, unit: 'calendar-days' };
}

/** The day on which an instrument started, any of its band where that is not known. */
function startOf({ id, from, possiblyFrom }: Instrument, request: Request, ask: Ask): Day {
  if (possiblyFrom === from || request.date < possiblyFrom) return from;
  const days = [possiblyFrom, ...turningDays(request), from].filter(
    (day) => possiblyFrom <= day && day <= from && day <= request.date,
  );
  return dayAmong(days, `start ${id}`, startId({ id }), ask);
}

function dayOf(parameter: Parameter<Day>, key: string, request: Request, ask: Ask): Day {
  const limit = limitOf(parameter, ask);
  if (limit !== undefined) return limit.is === 'none' ? Infinity : limit.value;
  return dayAmong(turningDays(request), `${key} ${parameter.id}`, parameter.id, ask);
}

function eventDay(event: string | undefined, request: Request, ask: Ask): Day {
  if (event === undefined) return Infinity;
  const happened = Object.hasOwn(request.facts, event) ? request.facts[event] : undefined;
  if (typeof happened === 'number') return happened;
  if (happened !== undefined) return Infinity;
  return dayAmong([...turningDays(request), Infinity], `event ${event}`, event, ask);
}

function dayAmong(days: readonly Day[], key: string, reportedAs: string, ask: Ask): Day {
  const answers = [...new Set(days)].map((day) => ({ label: String(day), value: day }));
  const [only, second] = answers;
  return only !== undefined && second === undefined
    ? only.value
    : ask({ is: 'record', key, reportedAs, answers });
}

/** Days at whose start something may end that makes a difference to the record of a deal. */
function turningDays({ opportunity, date }: Request): readonly Day[] {
  const events = (opportunity?.events ?? []).flatMap(({ on }) => [on, on + 1]);
  const complete = opportunity === undefined ? [] : [opportunity.completeTo, opportunity.completeTo + 1];
  return [...new Set([...events, ...complete, date])].filter((day) => day <= date).toSorted((a, b) => a - b);
}

/** What a parameter is taken to be; `undefined` where it is open. */
function limitOf<T>(parameter: Parameter<T>, ask: Ask): Limit<T> | undefined {
  return ask<Limit<T> | undefined>({
    is: 'parameter',
    key: `limit ${parameter.id}`,
    parameter,
    alternatives: [undefined],
    given: (limit) => limit as Limit<T>,
  });
}
