import { instrumentOf } from '../../pack/lookup.ts';
import type { AnchorBase, Clause, CountedDay } from '../../pack/pack.ts';
import { beginningOf, endingsOf, stepsOf, type Turning } from '../../pack/turnings.ts';
import { calendarIn, dayAt, offsetsOf, type Offset, type Step } from '../../vocabulary/offset.ts';
import { FALSE, TRUE, type Diagram } from '../algebra/diagrams.ts';
import { HAS_COME, uncoveredVariable } from '../variables/other-variables.ts';
import { placeOfTail } from '../variables/tails.ts';
import { is, type Ground } from './ground.ts';
import { decidedBy } from './stated-diagram.ts';

/**
 * True where a clause is in force: its instrument has started, its own first day has come, and nothing has ended it
 * longer ago than it survives.
 */
export function inForceDiagram(ground: Ground, clause: Clause): Diagram {
  const { diagrams } = ground;
  return diagrams.and(begunDiagram(ground, clause), diagrams.not(overDiagram(ground, clause)));
}

/** True where a clause was in force once and is so no longer. */
export function outOfForceDiagram(ground: Ground, clause: Clause): Diagram {
  return ground.diagrams.and(begunDiagram(ground, clause), overDiagram(ground, clause));
}

function begunDiagram(ground: Ground, clause: Clause): Diagram {
  const started = reachedFrom(ground, { is: 'start', instrument: clause.instrument }, [], clause.id);
  const beginning = beginningOf(clause);
  const begun = beginning === undefined ? TRUE : turned(ground, beginning, [], `${clause.id}.from`);
  return ground.diagrams.and(started, begun);
}

/** True where the clause has ended and does not, or no longer, survive its end. */
function overDiagram(ground: Ground, clause: Clause): Diagram {
  const ended = endedFor(ground, clause, []);
  const { survives } = clause;
  if (survives === undefined || ended === FALSE) return ended;
  const over = decidedBy(ground, survives, (limit) =>
    limit.is === 'none' ? FALSE : endedFor(ground, clause, [{ towards: 'after', by: limit.value }]),
  );
  return ground.diagrams.and(ended, over);
}

/** True where something has ended the clause so long ago. */
function endedFor(ground: Ground, clause: Clause, tail: readonly Step[]): Diagram {
  return ground.diagrams.any(
    endingsOf(clause).map((turning) => turned(ground, turning, tail, `${clause.id}.until`)),
  );
}

/** True where a day has come so long ago. `place` tells apart what has to be known of calendars. */
function turned(ground: Ground, turning: Turning, tail: readonly Step[], place: string): Diagram {
  if (turning.is === 'counted') {
    return ground.diagrams.any(
      turning.anchors.map((anchor) => counted(ground, anchor, turning.length, tail, place)),
    );
  }
  return decidedBy(ground, turning.day, (limit) =>
    limit.is === 'none' ? FALSE : reachedFrom(ground, { is: 'day', day: limit.value }, tail, place),
  );
}

type Anchor = CountedDay['anchors'][number];

/** Of a length that is not known it is known at least on which side of its anchor the day lies. */
function counted(
  ground: Ground,
  { base, steps }: Anchor,
  length: CountedDay['length'],
  tail: readonly Step[],
  place: string,
): Diagram {
  const { diagrams } = ground;
  const reached = (own: readonly Step[]): Diagram =>
    reachedFrom(ground, base, [...steps, ...own, ...tail], place);
  if (length === undefined) return reached([]);
  const byLength = decidedBy(ground, length.period, (limit) =>
    limit.is === 'none' ? FALSE : reached(stepsOf(length, limit.value)),
  );
  if (length.period.stated.is === 'set') return byLength;
  return length.towards === 'after'
    ? diagrams.and(reached([]), byLength)
    : diagrams.or(reached([]), byLength);
}

/** True where the day at the end of some counts has come, whatever days calendars do not cover. */
function reachedFrom(ground: Ground, base: AnchorBase, steps: readonly Step[], place: string): Diagram {
  const { diagrams } = ground;
  const [early, late] = offsetsOf(steps).map((offset) => reachedAt(ground, base, offset));
  if (early === undefined) return FALSE;
  const calendar = calendarIn(steps);
  if (late === undefined || calendar === undefined || early === late) return early;
  return diagrams.or(late, diagrams.and(early, is(ground, uncoveredVariable(calendar, place), HAS_COME)));
}

function reachedAt(ground: Ground, base: AnchorBase, offset: Offset): Diagram {
  if (base.is === 'day') return ground.from(dayAt(base.day, offset));
  return base.is === 'start'
    ? startedFor(ground, base.instrument, offset)
    : happenedFor(ground, base.fact, offset);
}

/** True where an instrument started so long ago. */
function startedFor(ground: Ground, id: string, tail: Offset): Diagram {
  const { diagrams, from } = ground;
  const instrument = instrumentOf(ground.pack, id);
  const latest = from(dayAt(instrument.from, tail));
  const variable = ground.classes.start(instrument);
  if (variable === undefined || latest === TRUE) return latest;
  const earliest = from(dayAt(instrument.possiblyFrom, tail));
  if (earliest === FALSE) return FALSE;
  const place = placeOfTail(variable.tails, tail);
  const inBand = ground.test(variable, (klass) => hasBit(variable.over[klass] ?? 0, place));
  return diagrams.or(latest, diagrams.and(earliest, inBand));
}

/** True where the day of an event, or of a date, came so long ago. */
function happenedFor(ground: Ground, fact: string, tail: Offset): Diagram {
  const variable = ground.classes.fact(fact);
  if (variable.domain.is !== 'event') throw new Error(`fact \`${fact}\` has no days that are counted from`);
  const { classes, tails } = variable.domain;
  const place = placeOfTail(tails, tail);
  return ground.test(variable, (klass) => hasBit(classes[klass]?.over ?? 0, place));
}

function hasBit(bits: number, place: number): boolean {
  return (bits & (1 << place)) !== 0;
}
