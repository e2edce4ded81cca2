import { instrumentOf } from '../../pack/lookup.ts';
import type { Clause, Instrument } from '../../pack/pack.ts';
import { dayAfter, type Duration } from '../../vocabulary/duration.ts';
import { FALSE, TRUE, type Diagram } from '../algebra/diagrams.ts';
import { AT_ONCE, placeOfTail } from '../variables/tails.ts';
import type { Ground } from './ground.ts';
import { decidedBy } from './stated-diagram.ts';

/** True where a clause is in force: its instrument has started, and nothing has ended it longer ago than it survives. */
export function inForceDiagram(ground: Ground, clause: Clause): Diagram {
  const { diagrams } = ground;
  return diagrams.and(begunDiagram(ground, clause), diagrams.not(overDiagram(ground, clause)));
}

/** True where a clause was in force once and is so no longer. */
export function outOfForceDiagram(ground: Ground, clause: Clause): Diagram {
  return ground.diagrams.and(begunDiagram(ground, clause), overDiagram(ground, clause));
}

function begunDiagram(ground: Ground, clause: Clause): Diagram {
  return startedFor(ground, instrumentOf(ground.pack, clause.instrument), AT_ONCE);
}

/** True where the clause has ended and does not, or no longer, survive its end. */
function overDiagram(ground: Ground, clause: Clause): Diagram {
  const ended = endedFor(ground, clause, AT_ONCE);
  const { survives } = clause;
  if (survives === undefined || ended === FALSE) return ended;
  const over = decidedBy(ground, survives, (limit) =>
    limit.is === 'none' ? FALSE : endedFor(ground, clause, limit.value),
  );
  return ground.diagrams.and(ended, over);
}

/** True where something has ended the clause so long ago. */
function endedFor(ground: Ground, clause: Clause, tail: Duration): Diagram {
  const { diagrams, pack, from } = ground;
  const byInstruments = clause.endedBy.map((id) => startedFor(ground, instrumentOf(pack, id), tail));
  const byDay = decidedBy(ground, clause.until, (limit) =>
    limit.is === 'none' ? FALSE : from(dayAfter(limit.value, tail)),
  );
  const byEvent = clause.untilEvent === undefined ? FALSE : happenedFor(ground, clause.untilEvent, tail);
  return diagrams.any([...byInstruments, byDay, byEvent]);
}

/** True where an instrument started so long ago. */
function startedFor(ground: Ground, instrument: Instrument, tail: Duration): Diagram {
  const { diagrams, from } = ground;
  const latest = from(dayAfter(instrument.from, tail));
  const variable = ground.classes.start(instrument);
  if (variable === undefined || latest === TRUE) return latest;
  const earliest = from(dayAfter(instrument.possiblyFrom, tail));
  if (earliest === FALSE) return FALSE;
  const place = placeOfTail(variable.tails, tail);
  const inBand = ground.test(variable, (klass) => hasBit(variable.over[klass] ?? 0, place));
  return diagrams.or(latest, diagrams.and(earliest, inBand));
}

/** True where an event happened so long ago. */
function happenedFor(ground: Ground, event: string, tail: Duration): Diagram {
  const variable = ground.classes.fact(event);
  if (variable.domain.is !== 'event') throw new Error(`event \`${event}\` has no classes`);
  const { classes, tails } = variable.domain;
  const place = placeOfTail(tails, tail);
  return ground.test(variable, (klass) => hasBit(classes[klass]?.over ?? 0, place));
}

function hasBit(bits: number, place: number): boolean {
  return (bits & (1 << place)) !== 0;
}
