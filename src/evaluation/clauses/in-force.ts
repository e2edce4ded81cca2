import type { Clause, Instrument, Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import { isoFromDay, type Day } from '../../vocabulary/day.ts';
import type { Step } from '../../vocabulary/offset.ts';
import { allOf, negate, type Finding } from '../../vocabulary/finding.ts';
import type { InForceTrace } from '../trace.ts';
import { beginningOf, endingsOf } from '../../pack/turnings.ts';
import { instrumentOf } from '../../pack/lookup.ts';
import { startId } from '../../pack/unknown-ids.ts';
import { limitOf, openIdsOf, type Settlement } from '../../pack/settlement.ts';
import { countsInWords } from './counts-in-words.ts';
import { anyTurned, turnedOn, type Today, type Turned } from './turned.ts';

/** Whether a clause is in force on a day, and the unknowns on which that depends. */
export interface InForce {
  readonly finding: Finding;
  readonly dependsOn: readonly string[];
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
  const begun = beginning === undefined ? BEGUN : turnedOn(beginning, [], today);
  const over = overOn(clause, today);
  const finding = allOf([started, begun.finding, negate(over.finding)]);
  const isOpen = finding === 'unknown';
  const openStart = [
    ...(isOpen && started === 'unknown' ? [startId(own)] : []),
    ...(isOpen ? openIn(begun) : []),
  ];
  const openEnds = isOpen ? openIn(over) : [];
  return {
    finding,
    dependsOn: [...new Set([...openStart, ...openEnds])],
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
function overOn({ survives, ...clause }: Clause, today: Today): Turned {
  const endings = endingsOf(clause);
  const ended = anyTurned(endings.map((turning) => turnedOn(turning, [], today)));
  if (survives === undefined || ended.finding === 'not-met') return ended;
  const limit = limitOf(survives, today.settlement);
  if (limit === undefined) {
    const open = [...ended.dependsOn, ...openIdsOf(survives, today.settlement)];
    return { finding: 'unknown', dependsOn: open };
  }
  if (limit.is === 'none') return { finding: 'not-met', dependsOn: [] };
  const tail: Step = { towards: 'after', by: limit.value };
  return anyTurned(endings.map((turning) => turnedOn(turning, [tail], today)));
}

/** Gives the instruments of which it is not known whether they had started on a day, each once. */
export function openStarts(clauses: readonly Clause[], pack: Pack, date: Day): readonly Instrument[] {
  const ids = new Set(clauses.flatMap((clause) => [clause.instrument, ...clause.endedBy]));
  const instruments = [...ids].map((id) => instrumentOf(pack, id));
  return instruments.filter(({ from, possiblyFrom }) => possiblyFrom <= date && date < from);
}

function startedOn(instrument: Instrument, date: Day, { starts }: Settlement): Finding {
  if (date >= instrument.from) return 'met';
  if (date < instrument.possiblyFrom) return 'not-met';
  const taken = starts.get(instrument.id);
  if (taken === undefined) return 'unknown';
  return taken ? 'met' : 'not-met';
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
