import type { Clause, Instrument, Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import { isoFromDay, type Day } from '../../vocabulary/day.ts';
import { dayAfter, type Duration } from '../../vocabulary/duration.ts';
import type { Limit } from '../../vocabulary/stated.ts';
import { allOf, negate, type Finding } from '../../vocabulary/finding.ts';
import type { InForceTrace } from '../trace.ts';
import { instrumentOf } from '../../pack/lookup.ts';
import { startId } from '../../pack/unknown-ids.ts';
import { limitOf, openIdsOf, startOf, type Settlement } from '../../pack/settlement.ts';

/** Whether a clause is in force on a day, and the unknowns on which that depends. */
export interface InForce {
  readonly finding: Finding;
  readonly dependsOn: readonly string[];
  readonly trace: InForceTrace;
}

/**
 * Finds whether a clause is in force: its instrument has started, nothing has ended it, its own end is not reached.
 * Where it survives its end, everything that ends it does so that much later.
 */
export function inForceOn(
  clause: Clause,
  pack: Pack,
  request: Pick<Request, 'date' | 'facts'>,
  settlement: Settlement,
): InForce {
  const own = instrumentOf(pack, clause.instrument);
  const started = startedOn(own, request.date, settlement);
  const ends = endsOf(clause, pack, request, settlement);
  const finding = allOf([started, ...ends.map((end) => negate(end.finding))]);
  const isOpen = finding === 'unknown';
  const openStart = isOpen && started === 'unknown' ? [startId(own)] : [];
  const openEnds = isOpen ? ends.flatMap((end) => (end.finding === 'unknown' ? end.dependsOn : [])) : [];
  return {
    finding,
    dependsOn: [...openStart, ...new Set(openEnds)],
    trace: {
      finding,
      open: [
        ...(openStart.length > 0 ? (['start'] as const) : []),
        ...(openEnds.length > 0 ? (['end'] as const) : []),
      ],
      from: isoFromDay(own.from),
      ...(own.possiblyFrom < own.from && { possiblyFrom: isoFromDay(own.possiblyFrom) }),
      ...firstEnd(clause, pack, settlement),
    },
  };
}

/** Whether one thing that ends a clause has done so. */
interface End {
  readonly finding: Finding;
  readonly dependsOn: readonly string[];
}

function endsOf(
  clause: Clause,
  pack: Pack,
  request: Pick<Request, 'date' | 'facts'>,
  settlement: Settlement,
): readonly End[] {
  const tail = tailOf(clause, settlement);
  const ends: End[] = clause.endedBy.map((id) =>
    endedByInstrument(instrumentOf(pack, id), request.date, settlement, tail),
  );
  ends.push(...ownEnd(clause, request.date, settlement, tail));
  if (clause.untilEvent !== undefined) ends.push(endedByEvent(clause.untilEvent, request, tail));
  const tailId = clause.survives === undefined ? [] : openIdsOf(clause.survives, settlement);
  return ends.map((end) => ({
    ...end,
    dependsOn: tail === undefined ? [...end.dependsOn, ...tailId] : end.dependsOn,
  }));
}

function ownEnd({ until }: Clause, date: Day, settlement: Settlement, tail: Tail): readonly End[] {
  const limit = limitOf(until, settlement);
  if (limit?.is === 'none') return [];
  if (limit?.is === 'set') return [{ finding: reached(limit.value, date, tail), dependsOn: [] }];
  const isOver = settlement.questions.get(until.id);
  if (isOver === undefined) return [{ finding: 'unknown', dependsOn: openIdsOf(until, settlement) }];
  return [{ finding: isOver ? reached(LONG_AGO, date, tail) : 'not-met', dependsOn: [] }];
}

const LONG_AGO = Number.NEGATIVE_INFINITY;

type Tail = Limit<Duration> | undefined;

const NO_TAIL: Tail = { is: 'set', value: { count: 0, unit: 'calendar-days' } };

/** A tail that is taken to be over is as none; one that is taken not to be goes on. */
function tailOf({ survives }: Clause, settlement: Settlement): Tail {
  if (survives === undefined) return NO_TAIL;
  const limit = limitOf(survives, settlement);
  const isOver = limit === undefined ? settlement.questions.get(survives.id) : undefined;
  if (isOver === undefined) return limit;
  return isOver ? NO_TAIL : { is: 'none' };
}

/** Whether an end that falls on a day has taken effect by the date, the tail after it included. */
function reached(end: Day, date: Day, tail: Tail): Finding {
  if (date < end) return 'not-met';
  if (tail === undefined) return 'unknown';
  if (tail.is === 'none') return 'not-met';
  return end === LONG_AGO || date >= dayAfter(end, tail.value) ? 'met' : 'not-met';
}

function endedByInstrument(ender: Instrument, date: Day, settlement: Settlement, tail: Tail): End {
  const start = startOf(ender, settlement);
  const earliest = reached(start.earliest, date, tail);
  const isCertain = earliest === reached(start.latest, date, tail);
  return { finding: isCertain ? earliest : 'unknown', dependsOn: isCertain ? [] : [startId(ender)] };
}

function endedByEvent(event: string, { date, facts }: Pick<Request, 'date' | 'facts'>, tail: Tail): End {
  const happened = Object.hasOwn(facts, event) ? facts[event] : undefined;
  if (happened === undefined) return { finding: 'unknown', dependsOn: [event] };
  return { finding: typeof happened === 'number' ? reached(happened, date, tail) : 'not-met', dependsOn: [] };
}

/** Gives the instruments of which it is not known whether they had started on a day, each once. */
export function openStarts(
  clauses: readonly Clause[],
  pack: Pack,
  date: Day,
  settlement: Settlement,
): readonly Instrument[] {
  const ids = new Set(clauses.flatMap((clause) => [clause.instrument, ...clause.endedBy]));
  const instruments = [...ids].map((id) => instrumentOf(pack, id));
  return instruments.filter((instrument) => startedOn(instrument, date, settlement) === 'unknown');
}

function startedOn(instrument: Instrument, date: Day, settlement: Settlement): Finding {
  const { earliest, latest } = startOf(instrument, settlement);
  if (date >= latest) return 'met';
  return date < earliest ? 'not-met' : 'unknown';
}

/** The earliest day on which something ends the clause, and the instrument that does, if one does. */
function firstEnd(
  clause: Clause,
  pack: Pack,
  settlement: Settlement,
): Pick<InForceTrace, 'until' | 'possiblyUntil' | 'endedBy'> {
  const until = limitOf(clause.until, settlement);
  const ownEnd = until?.is === 'set' ? until.value : Infinity;
  const enders = clause.endedBy.map((id) => instrumentOf(pack, id));
  const ender = enders.toSorted((one, other) => one.from - other.from).find((each) => each.from <= ownEnd);
  if (ender === undefined) return ownEnd === Infinity ? {} : { until: isoFromDay(ownEnd) };
  return {
    until: isoFromDay(ender.from),
    ...(ender.possiblyFrom < ender.from && { possiblyUntil: isoFromDay(ender.possiblyFrom) }),
    endedBy: { id: ender.id, name: ender.title },
  };
}
