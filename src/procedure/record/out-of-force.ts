import { instrumentOf } from '../../pack/lookup.ts';
import type { Clause, CountedDay, Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import { beginningOf, endingsOf, stepsOf, type Turning } from '../../pack/turnings.ts';
import { calendarId } from '../../pack/unknown-ids.ts';
import type { Day } from '../../vocabulary/day.ts';
import { calendarIn, dayAt, type Step } from '../../vocabulary/offset.ts';
import type { Period } from '../../vocabulary/period.ts';
import type { Parameter } from '../../vocabulary/stated.ts';
import type { Ask } from '../questions/question.ts';
import { dayAmong, dayOfBase, limitOf, turningDays, type Dated } from './dated.ts';

/**
 * Gives the first day, up to that of the request, on which a clause was out of force; `Infinity` where it still is in
 * force, or never was. It is asked of a clause that may be out of force: where answers leave no end, it ended today.
 */
export function outOfForceSince(clause: Clause, pack: Pack, request: Request, ask: Ask): Day {
  let isOpen = false;
  const noting: Ask = (question) => {
    isOpen ||= question.is === 'record';
    return ask(question);
  };
  const dated = { pack, request, ask: noting };
  const tail = tailOf(clause, dated);
  if (tail === undefined) return Infinity;
  const first = firstOf(endingsOf(clause), tail, `${clause.id}.until`, dated);
  if (first > request.date && !isOpen) return Infinity;
  const out = Math.min(first, request.date);
  return wasInForceBefore(out, clause, dated) ? out : Infinity;
}

function wasInForceBefore(out: Day, clause: Clause, dated: Dated): boolean {
  const { from } = instrumentOf(dated.pack, clause.instrument);
  const base = { is: 'start', instrument: clause.instrument } as const;
  if (from >= out && dayOfBase(base, dated) >= out) return false;
  const beginning = beginningOf(clause);
  return beginning === undefined || firstOf([beginning], [], `${clause.id}.from`, dated) < out;
}

/** What the clause goes on for after whatever ends it; `undefined` where for good. */
function tailOf({ survives }: Clause, { request, ask }: Dated): readonly Step[] | undefined {
  if (survives === undefined) return [];
  const limit = limitOf(survives, ask);
  if (limit?.is === 'none') return undefined;
  if (limit?.is === 'set') return [{ towards: 'after', by: limit.value }];
  const days = ask<number>({
    is: 'record',
    key: `tail ${survives.id}`,
    reportedAs: survives.id,
    answers: turningDays(request).map((day) => {
      const count = Math.max(0, request.date - day);
      return { label: `${String(count)} calendar-days`, value: count };
    }),
  });
  return [{ towards: 'after', by: { count: days, unit: 'calendar-days' } }];
}

/** The first of the days on which a clause begins or ends, so long after. `place` tells apart what calendars are asked. */
function firstOf(turnings: readonly Turning[], tail: readonly Step[], place: string, dated: Dated): Day {
  const days = turnings.flatMap((turning) => {
    if (turning.is === 'stated') return [afterSteps(statedDay(turning.day, dated), tail, place, dated)];
    const { anchors, length } = turning;
    return anchors.map((anchor) => countedDay(anchor, length, tail, place, dated));
  });
  return Math.min(...days);
}

function statedDay(parameter: Parameter<Day>, { request, ask }: Dated): Day {
  const limit = limitOf(parameter, ask);
  if (limit !== undefined) return limit.is === 'none' ? Infinity : limit.value;
  return dayAmong(turningDays(request), `end ${parameter.id}`, parameter.id, ask);
}

/** Of a length that is not known, it is asked to which day it leads. */
function countedDay(
  { base, steps }: CountedDay['anchors'][number],
  length: CountedDay['length'],
  tail: readonly Step[],
  place: string,
  dated: Dated,
): Day {
  const from = dayOfBase(base, dated);
  if (length === undefined) return afterSteps(from, [...steps, ...tail], place, dated);
  const limit = limitOf<Period>(length.period, dated.ask);
  if (limit?.is === 'none') return Infinity;
  if (limit?.is === 'set')
    return afterSteps(from, [...steps, ...stepsOf(length, limit.value), ...tail], place, dated);
  const { id } = length.period;
  const anchor = afterSteps(from, [...steps, ...tail], place, dated);
  const day = dayAmong(turningDays(dated.request), `length ${id}`, id, dated.ask);
  return length.towards === 'after' ? Math.max(anchor, day) : Math.min(anchor, day);
}

/** Where days count that a calendar does not cover, it is asked which day is meant, of those that may be. */
function afterSteps(from: Day, steps: readonly Step[], place: string, { request, ask }: Dated): Day {
  const earliest = dayAt(from, { steps, bound: 'earliest' });
  const calendar = calendarIn(steps);
  if (calendar === undefined || earliest > request.date) return earliest;
  const latest = dayAt(from, { steps, bound: 'latest' });
  if (earliest === latest) return earliest;
  const key = `uncovered ${place} on ${calendar}`;
  const day = dayAmong([...turningDays(request), Infinity], key, calendarId(calendar), ask);
  return Math.min(Math.max(earliest, day), latest);
}
