import type { Scalar, Test } from '../../vocabulary/criterion.ts';
import { isoFromDay, type Day } from '../../vocabulary/day.ts';
import { dayAt, latestFrom, type Offset } from '../../vocabulary/offset.ts';
import type { ClassesLeft } from '../algebra/diagrams.ts';
import { tailVectors } from './tail-vectors.ts';
import type { ValueClass } from './variable.ts';

/**
 * A day as clauses see it that count from it, an event's or that of a date fact: whether it is one of the days that some
 * test names, and which of the tails counted from it are over on the day of the request.
 */
export interface EventDomain {
  readonly is: 'event';
  readonly tails: readonly Offset[];
  /** True for a date, which may lie after the day of the request and always has a day. */
  readonly mayLieAhead: boolean;
  /** The facts, this one included, that are compared with each other. */
  readonly group: readonly string[];
  readonly named: readonly Day[];
  readonly classes: readonly EventClass[];
}

/** `day` is a named day, `not-yet`, or the rank among days that no test names. */
interface EventClass extends ValueClass {
  readonly day: string;
  /** One bit for each tail that is over. */
  readonly over: number;
}

/** Gives the domain of an event that the tests look at and that ends clauses, at once or after a tail. */
export function eventDomain(
  tests: readonly Test[],
  group: readonly string[],
  tails: readonly Offset[],
): EventDomain {
  const values = tests.flatMap(({ comparison }) => (comparison.is === 'one-of' ? comparison.values : []));
  const named = [...new Set(values.filter((value) => typeof value === 'number'))].toSorted((a, b) => a - b);
  const unnamed = group.map((_, rank) => `#${String(rank)}`);
  const vectors = tailVectors(tails);
  const classes: EventClass[] = [
    { label: 'not yet', sample: 'not-yet', day: NOT_YET, over: 0 },
    ...named.flatMap((day) =>
      vectors.map((over) => ({ label: isoFromDay(day), sample: day, day: String(day), over })),
    ),
    ...unnamed.flatMap((day) => vectors.map((over) => ({ label: `another day ${day}`, day, over }))),
  ];
  return { is: 'event', tails, mayLieAhead: false, group, named, classes };
}

/** Gives the domain of a date that no test looks at, and from which clauses count. Its first class is never left. */
export function dateDomain(group: readonly string[], tails: readonly Offset[]): EventDomain {
  return { ...eventDomain([], group, tails), mayLieAhead: true };
}

/** The class of a known day on the date of a request; `compared` are the days of events it is compared with. */
export function classOfEvent(
  domain: EventDomain,
  value: Scalar,
  date: Day,
  compared: readonly Scalar[],
): number {
  if (typeof value !== 'number') return 0;
  const over = tailsOver(domain, value, date);
  const day = domain.named.includes(value)
    ? String(value)
    : `#${String(rankOf(domain, value, date, compared))}`;
  return classAt(domain, day, over);
}

/** The classes of an event of which nothing is known: it has not happened, or happened on any day up to the date. */
export function classesOfOpenEvent(domain: EventDomain, date: Day): ClassesLeft {
  const vectors = new Set(latestDays(domain, date).map((day) => tailsOver(domain, day, date)));
  return domain.classes.map(({ day, over }) => {
    if (day === NOT_YET) return !domain.mayLieAhead;
    return day.startsWith('#') ? vectors.has(over) : tailsOver(domain, Number(day), date) === over;
  });
}

/**
 * The last day from which each tail is over by a date: of days that see the same tails over, the last is among them. An
 * event's lie no later than the date; a date may lie later, and of the latest there is no last, but the first.
 */
export function latestDays({ tails, mayLieAhead }: EventDomain, date: Day): readonly Day[] {
  const latest = tails.flatMap((tail) => latestFrom(date, tail));
  return mayLieAhead
    ? [...latest, ...latest.map((day) => day + 1)]
    : [date, ...latest.map((day) => Math.min(day, date))];
}

export const NOT_YET = 'not-yet';

/** The tails that are over on the date, as bits. */
function tailsOver({ tails }: EventDomain, day: Day, date: Day): number {
  return tails.reduce((bits, tail, place) => (dayAt(day, tail) <= date ? bits | (1 << place) : bits), 0);
}

function rankOf(domain: EventDomain, value: Day, date: Day, compared: readonly Scalar[]): number {
  const over = tailsOver(domain, value, date);
  const before = compared.filter(
    (other) =>
      typeof other === 'number' &&
      other < value &&
      !domain.named.includes(other) &&
      tailsOver(domain, other, date) === over,
  );
  return new Set(before).size;
}

function classAt(domain: EventDomain, day: string, over: number): number {
  const klass = domain.classes.findIndex((each) => each.day === day && each.over === over);
  if (klass === -1) throw new RangeError(`no class for ${day}`);
  return klass;
}
