import { TRUE, type Diagram, type Diagrams } from '../algebra/diagrams.ts';
import type { Duration } from '../../vocabulary/duration.ts';
import type { Offset } from '../../vocabulary/offset.ts';
import { NOT_YET, type EventDomain } from '../variables/event-domain.ts';
import type { FactVariable } from '../variables/fact-variables.ts';
import { intervalOfClass, rankOfClass } from '../variables/line.ts';
import type { LineDomain } from '../variables/line-domain.ts';
import type { Variable } from '../variables/variable.ts';

/** A store with the variables of its levels. */
interface Laid {
  readonly diagrams: Diagrams;
  /** By level. */
  readonly variables: readonly Variable[];
}

/** Gives where classes of facts, and through whom a candidate serves, can occur together. */
export function possibleTogether(laid: Laid): Diagram {
  return laid.diagrams.all([...ranksThatCanBe(laid), ...eventsThatCanBe(laid), servesThroughOne(laid)]);
}

/** Of the values of one interval that are told apart, the first are taken first. */
function ranksThatCanBe({ diagrams, variables }: Laid): readonly Diagram[] {
  const levels = new Map(variables.map(({ key }, level) => [key, level]));
  return variables.flatMap((view, level) => {
    const domain = view.about.is === 'fact' ? (view as FactVariable).domain : undefined;
    if (domain?.is !== 'line' || domain.group.length < 2) return [];
    const others = domain.group.filter((id) => id !== view.about.id).map((id) => levels.get(`fact ${id}`));
    if (others.includes(undefined)) return [];
    return higherRanks(domain).map((klass) => {
      const isThere = diagrams.test(level, (each) => each === klass);
      const isBelow = others.map((other) => diagrams.test(other ?? level, (each) => each === klass - 1));
      return diagrams.ite(isThere, diagrams.any(isBelow), TRUE);
    });
  });
}

function higherRanks({ line, classes }: LineDomain): readonly number[] {
  return classes.flatMap((_, klass) =>
    intervalOfClass(line, klass) >= 0 && rankOfClass(line, klass) > 0 ? [klass] : [],
  );
}

/** What is over after a long time is over after a shorter one, and a date always has a day. */
function eventsThatCanBe({ diagrams, variables }: Laid): readonly Diagram[] {
  return variables.flatMap((view, level) => {
    const domain = view.about.is === 'fact' ? (view as FactVariable).domain : undefined;
    return domain?.is === 'event' ? [diagrams.test(level, (klass) => canBe(domain, klass))] : [];
  });
}

function canBe({ classes, tails, mayLieAhead }: EventDomain, klass: number): boolean {
  if (mayLieAhead && classes[klass]?.day === NOT_YET) return false;
  const over = classes[klass]?.over ?? 0;
  const isOver = (place: number): boolean => (over & (1 << place)) !== 0;
  return tails.every((long, place) =>
    tails.every((short, other) => !isOver(place) || isOver(other) || !isNeverLonger(short, long)),
  );
}

/** Where days are counted back, or on a calendar, nothing is said. */
function isNeverLonger(one: Offset, other: Offset): boolean {
  const [short, long] = [plainly(one), plainly(other)];
  if (short === undefined || long === undefined) return false;
  return short.unit === long.unit ? short.count <= long.count : daysIn(short)[1] <= daysIn(long)[0];
}

function plainly({ steps }: Offset): Duration | undefined {
  const [step, second] = steps;
  if (step === undefined) return { count: 0, unit: 'calendar-days' };
  if (second !== undefined || step.towards === 'before' || step.by.unit === 'business-days') return undefined;
  return step.by;
}

/** The least and the most days that a duration can have. */
function daysIn({ count, unit }: Duration): readonly [number, number] {
  const [least, most] = { 'calendar-days': [1, 1], weeks: [7, 7], months: [28, 31], years: [365, 366] }[unit];
  return [count * (least ?? 0), count * (most ?? 0)];
}

/** Nobody serves through two parties at once. */
function servesThroughOne({ diagrams, variables }: Laid): Diagram {
  const through = variables.flatMap(({ about }, level) => (about.is === 'through' ? [level] : []));
  const isThrough = (level: number): Diagram => diagrams.test(level, (klass) => klass === 1);
  return diagrams.all(
    through.flatMap((one, place) =>
      through.slice(place + 1).map((other) => diagrams.not(diagrams.and(isThrough(one), isThrough(other)))),
    ),
  );
}
