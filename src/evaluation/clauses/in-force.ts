import type { Clause, Instrument, Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import { isoFromDay, type Day } from '../../vocabulary/day.ts';
import type { Step } from '../../vocabulary/offset.ts';
import { allOf, negate, type Finding } from '../../vocabulary/finding.ts';
import type { InForceTrace } from '../trace.ts';
import { beginningOf, endingsOf } from '../../pack/turnings.ts';
import { instrumentOf } from '../../pack/lookup.ts';
import { startId } from '../../pack/unknown-ids.ts';
import { limitOf, openIdsOf, startOf, type Settlement } from '../../pack/settlement.ts';
import { countsInWords } from './counts-in-words.ts';
import { anyTurned, turnedOn, type Today, type Turned } from './turned.ts';

/** Whether a clause is in force on a day, and the unknowns on which that depends. */
export interface InForce {
  readonly finding: Finding;
  readonly dependsOn: readonly string[];
  /** Whether it was in force, but is so no longer. */
  readonly outOfForce: Turned;
  readonly trace: InForceTrace;
}

/**
 * Finds whether a clause is in force: its instrument has started, its own first day has come, nothing has ended it.
 * Where it survives its end, everything that ends it does so that much later.
 */
export function inForceOn(
  clause: Clause,
  pack: Pack,
  request: Pick<Request, 'date' | 'facts'>,
  settlement: Settlement,
): InForce {
  const own = instrumentOf(pack, clause.instrument);
  const today = { pack, request, settlement };
  const started = startedOn(own, request.date, settlement);
  const beginning = beginningOf(clause);
  const begun = beginning === undefined ? BEGUN : turnedOn(beginning, [], `${clause.id}.from`, today);
  const over = overOn(clause, today);
  const finding = allOf([started, begun.finding, negate(over.finding)]);
  const isOpen = finding === 'unknown';
  const openStart = [
    ...(isOpen && started === 'unknown' ? [startId(own)] : []),
    ...(isOpen ? openIn(begun) : []),
  ];
  const openEnds = isOpen ? openIn(over) : [];
  const dependsOn = [...new Set([...openStart, ...openEnds])];
  return {
    finding,
    dependsOn,
    outOfForce: { finding: allOf([started, begun.finding, over.finding]), dependsOn },
    trace: {
      finding,
      open: [
        ...(openStart.length > 0 ? (['start'] as const) : []),
        ...(openEnds.length > 0 ? (['end'] as const) : []),
      ],
      from: isoFromDay(own.from),
      ...(own.possiblyFrom < own.from && { possiblyFrom: isoFromDay(own.possiblyFrom) }),
      ...firstEnd(clause, pack, settlement),
      ...countsInWords(clause, today),
    },
  };
}

const BEGUN: Turned = { finding: 'met', dependsOn: [] };

function openIn({ finding, dependsOn }: Turned): readonly string[] {
  return finding === 'unknown' ? dependsOn : [];
}

/** Whether something has ended a clause, longer ago than it survives. */
function overOn(clause: Clause, today: Today): Turned {
  const endedFor = (tail: readonly Step[]): Turned =>
    anyTurned(endingsOf(clause).map((turning) => turnedOn(turning, tail, `${clause.id}.until`, today)));
  const { survives } = clause;
  const ended = endedFor([]);
  if (survives === undefined || ended.finding === 'not-met') return ended;
  const limit = limitOf(survives, today.settlement);
  if (limit?.is === 'none') return GOING_ON;
  if (limit?.is === 'set') return endedFor([{ towards: 'after', by: limit.value }]);
  const isOver = today.settlement.questions.get(survives.id);
  if (isOver !== undefined) return isOver ? ended : GOING_ON;
  const open = [...ended.dependsOn, ...openIdsOf(survives, today.settlement)];
  return { finding: 'unknown', dependsOn: open };
}

const GOING_ON: Turned = { finding: 'not-met', dependsOn: [] };

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
