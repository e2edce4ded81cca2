import type { Clause, Instrument, Pack } from '../../pack/pack.ts';
import type { Day } from '../../vocabulary/day.ts';
import { isoFromDay } from '../../vocabulary/day.ts';
import { allOf, negate, type Finding } from '../../vocabulary/finding.ts';
import type { InForceTrace } from '../decision.ts';
import { instrumentOf } from './lookup.ts';
import { limitOf, openIdOf, type Settlement } from './settlement.ts';

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
  const started = startedOn(own, date, settlement);
  const ended = enders.map((ender) => startedOn(ender, date, settlement));
  const running = notYetEnded(clause, date, settlement);
  const finding = allOf([started, ...ended.map(negate), running]);
  const open = finding === 'unknown';
  const openEnders = enders.filter((_ender, index) => open && ended[index] === 'unknown');
  const openStart = open && started === 'unknown';
  const openEnd = openEnders.length > 0 || (open && running === 'unknown');
  return {
    finding,
    dependsOn: [
      ...(openStart ? [startId(own)] : []),
      ...openEnders.map(startId),
      ...(open && running === 'unknown' ? [openIdOf(clause.until, settlement)] : []),
    ],
    trace: {
      finding,
      open: [...(openStart ? (['start'] as const) : []), ...(openEnd ? (['end'] as const) : [])],
      from: isoFromDay(own.from),
      ...(own.possiblyFrom < own.from && { possiblyFrom: isoFromDay(own.possiblyFrom) }),
      ...firstEnd(clause, enders, settlement),
    },
  };
}

/** Gives the instruments of which it is not known whether they had started on a day, each once. */
export function openStarts(clauses: readonly Clause[], pack: Pack, date: Day): readonly Instrument[] {
  const ids = new Set(clauses.flatMap((clause) => [clause.instrument, ...clause.endedBy]));
  const instruments = [...ids].map((id) => instrumentOf(pack, id));
  return instruments.filter(({ from, possiblyFrom }) => possiblyFrom <= date && date < from);
}

/** Names the one unknown that stands for an instrument's start. */
export function startId(instrument: Instrument): string {
  return `${instrument.id}.effective`;
}

function startedOn(instrument: Instrument, date: Day, { starts }: Settlement): Finding {
  if (date >= instrument.from) return 'met';
  if (date < instrument.possiblyFrom) return 'not-met';
  const taken = starts.get(instrument.id);
  if (taken === undefined) return 'unknown';
  return taken ? 'met' : 'not-met';
}

function notYetEnded(clause: Clause, date: Day, settlement: Settlement): Finding {
  const until = limitOf(clause.until, settlement);
  if (until === undefined) return 'unknown';
  return until.is === 'none' || date < until.value ? 'met' : 'not-met';
}

/** The earliest day on which something ends the clause, and the instrument that does, if one does. */
function firstEnd(
  clause: Clause,
  enders: readonly Instrument[],
  settlement: Settlement,
): Pick<InForceTrace, 'until' | 'possiblyUntil' | 'endedBy'> {
  const until = limitOf(clause.until, settlement);
  const ownEnd = until?.is === 'set' ? until.value : Infinity;
  const ender = enders.toSorted((one, other) => one.from - other.from).find((each) => each.from <= ownEnd);
  if (ender === undefined) return ownEnd === Infinity ? {} : { until: isoFromDay(ownEnd) };
  return {
    until: isoFromDay(ender.from),
    ...(ender.possiblyFrom < ender.from && { possiblyUntil: isoFromDay(ender.possiblyFrom) }),
    endedBy: { id: ender.id, name: ender.title },
  };
}
