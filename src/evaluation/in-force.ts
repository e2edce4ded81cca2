import type { Clause, Instrument, Pack } from '../pack/pack.ts';
import type { Day } from '../vocabulary/day.ts';
import { isoFromDay } from '../vocabulary/day.ts';
import { allOf, negate, type Finding } from '../vocabulary/finding.ts';
import type { InForceTrace } from './decision.ts';
import { instrumentOf } from './lookup.ts';
import { limitOf, type Settlement } from './settlement.ts';

/** Whether a clause is in force on a day, and the unknowns on which that depends. */
export interface InForce {
  readonly finding: Finding;
  readonly dependsOn: readonly string[];
  readonly trace: InForceTrace;
}

/** Finds whether a clause is in force: its instrument has started, nothing has ended it, its own end is not reached. */
export function inForceOn(clause: Clause, pack: Pack, date: Day, settlement: Settlement): InForce {
  const own = instrumentOf(pack, clause.instrument);
  const enders = clause.endedBy.map((id) => instrumentOf(pack, id));
  const started = startedOn(own, date);
  const ended = enders.map((ender) => startedOn(ender, date));
  const running = notYetEnded(clause, date, settlement);
  const finding = allOf([started, ...ended.map(negate), running]);
  const unknowns = [own, ...enders].filter((instrument) => startedOn(instrument, date) === 'unknown').map(startId);
  if (running === 'unknown') unknowns.push(clause.until.id);
  return {
    finding,
    dependsOn: finding === 'unknown' ? unknowns : [],
    trace: traceOf(finding, own, clause, enders, date, settlement),
  };
}

/** Names the one unknown that stands for an instrument's start. */
export function startId(instrument: Instrument): string {
  return `${instrument.id}.effective`;
}

function startedOn(instrument: Instrument, date: Day): Finding {
  if (date >= instrument.from) return 'met';
  return date >= instrument.possiblyFrom ? 'unknown' : 'not-met';
}

function notYetEnded(clause: Clause, date: Day, settlement: Settlement): Finding {
  const until = limitOf(clause.until, settlement);
  if (until === undefined) return 'unknown';
  return until.is === 'none' || date < until.value ? 'met' : 'not-met';
}

function traceOf(
  finding: Finding,
  own: Instrument,
  clause: Clause,
  enders: readonly Instrument[],
  date: Day,
  settlement: Settlement,
): InForceTrace {
  const until = limitOf(clause.until, settlement);
  const ownEnd = until?.is === 'set' ? until.value : undefined;
  const ender = [...enders].sort((one, other) => one.from - other.from)[0];
  const endsFirst = ender !== undefined && (ownEnd === undefined || ender.from <= ownEnd) ? ender : undefined;
  const end = endsFirst?.from ?? ownEnd;
  return {
    finding,
    from: isoFromDay(own.from),
    ...(own.possiblyFrom < own.from && { possiblyFrom: isoFromDay(own.possiblyFrom) }),
    ...(end !== undefined && { until: isoFromDay(end) }),
    ...(endsFirst !== undefined && { endedBy: endsFirst.id }),
    ...(finding === 'unknown' && until === undefined && date >= own.possiblyFrom && { endUnknown: true }),
  };
}
