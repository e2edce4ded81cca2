import { TRUE, type Diagram } from '../../diagram/algebra/diagrams.ts';
import type { EventDomain } from '../../diagram/variables/event-domain.ts';
import type { FactVariable } from '../../diagram/variables/fact-variables.ts';
import { intervalOfClass, rankOfClass } from '../../diagram/variables/line.ts';
import type { LineDomain } from '../../diagram/variables/line-domain.ts';
import { AS_ASSUMED } from '../../diagram/variables/other-variables.ts';
import type { Variable } from '../../diagram/variables/variable.ts';
import type { Duration } from '../../vocabulary/duration.ts';
import type { Offset } from '../../vocabulary/offset.ts';
import type { JointGround, JointVariable } from './joint-ground.ts';
import type { JointWords } from './joint-words.ts';

/** Gives where classes of several variables can occur together. */
export function possibleDiagram(ground: JointGround, words: JointWords): Diagram {
  const { diagrams } = ground;
  return diagrams.all([
    ...startsThatCanBe(ground, words),
    ...ranksThatCanBe(ground),
    ...eventsThatCanBe(ground),
    servesThroughOne(ground),
  ]);
}

/** Gives where every assumed value is as it is assumed. */
export function asStatedDiagram({ diagrams, variables }: JointGround): Diagram {
  return diagrams.all(
    variables.flatMap((variable, level) => {
      const { about, classes } = viewOf(variable);
      const isAssumed = about.is === 'parameter' && classes[0]?.label === AS_ASSUMED;
      return isAssumed ? [diagrams.test(level, (klass) => klass === 0)] : [];
    }),
  );
}

/** The variable as one of the sides sees it: what it is about, and how many classes it has, is the same for both. */
export function viewOf({ key, views }: JointVariable): Variable {
  const view = views.after ?? views.before;
  if (view === undefined) throw new Error(`nobody asked for \`${key}\``);
  return view;
}

function startsThatCanBe({ diagrams, variables }: JointGround, words: JointWords): readonly Diagram[] {
  const { date } = words;
  const dateLevel = variables.findIndex((variable) => viewOf(variable).about.is === 'date');
  if (date === undefined || dateLevel === -1) return [];
  return variables.flatMap((variable, level) => {
    const { about } = viewOf(variable);
    const start = about.is === 'start' ? words.starts.get(about.id) : undefined;
    if (start === undefined) return [];
    return date.classes.map(({ sample }, klass) => {
      const possible = start.possibleOn(Number(sample));
      const isThen = diagrams.test(dateLevel, (each) => each === klass);
      return diagrams.ite(
        isThen,
        diagrams.test(level, (each) => possible[each] === true),
        TRUE,
      );
    });
  });
}

/** Of the values of one interval that are told apart, the first are taken first. */
function ranksThatCanBe({ diagrams, variables }: JointGround): readonly Diagram[] {
  const levels = new Map(variables.map((variable, level) => [viewOf(variable).key, level]));
  return variables.flatMap((variable, level) => {
    const view = viewOf(variable);
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

/** What is over after a long time is over after a shorter one. */
function eventsThatCanBe({ diagrams, variables }: JointGround): readonly Diagram[] {
  return variables.flatMap((variable, level) => {
    const view = viewOf(variable);
    const domain = view.about.is === 'fact' ? (view as FactVariable).domain : undefined;
    return domain?.is === 'event' ? [diagrams.test(level, (klass) => canBe(domain, klass))] : [];
  });
}

function canBe({ classes, tails }: EventDomain, klass: number): boolean {
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
function servesThroughOne({ diagrams, variables }: JointGround): Diagram {
  const through = variables.flatMap((variable, level) =>
    viewOf(variable).about.is === 'through' ? [level] : [],
  );
  const isThrough = (level: number): Diagram => diagrams.test(level, (klass) => klass === 1);
  return diagrams.all(
    through.flatMap((one, place) =>
      through.slice(place + 1).map((other) => diagrams.not(diagrams.and(isThrough(one), isThrough(other)))),
    ),
  );
}
