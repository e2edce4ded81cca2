import { dayFromIso, isoFromDay, type Day } from '../../src/vocabulary/day.ts';
import { WEEKDAYS } from '../../src/vocabulary/calendar.ts';
import type { Duration } from '../../src/vocabulary/duration.ts';
import { countedFrom, type Count } from '../support/naive-count.ts';
import type {
  WalkableClass,
  WalkableDiagram,
  WalkableVariable,
} from '../../src/export/walkable/walkable-diagram.ts';

/** What another program would ask. */
export interface Walked {
  readonly actor: string;
  readonly act: string;
  readonly provider: string;
  readonly date: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Walks an exported diagram as `docs/output.md` says, and gives the outcomes that it comes to, sorted. */
export function walk(diagram: WalkableDiagram, asked: Walked): readonly string[] {
  const root = diagram.roots.find(
    ({ actor, act, provider }) => actor === asked.actor && act === asked.act && provider === asked.provider,
  );
  if (root === undefined) return ['permitted'];
  const open = diagram.variables.map((variable) => openClasses(variable, asked, diagram.calendars ?? []));
  const found = new Set<string>();
  const seen = new Set<number>();
  const visit = (place: number): void => {
    if (seen.has(place)) return;
    seen.add(place);
    const { outcome, variable = -1, to = [] } = diagram.nodes[place] ?? {};
    if (outcome !== undefined) found.add(outcome);
    for (const klass of outcome === undefined ? (open[variable] ?? []) : []) visit(to[klass] ?? -1);
  };
  visit(root.node);
  return [...found].toSorted();
}

function openClasses(variable: WalkableVariable, asked: Walked, calendars: Calendars): readonly number[] {
  const { kind, classes, unlessSaid, onDay, id } = variable;
  if (unlessSaid !== undefined) return [unlessSaid];
  if (onDay !== undefined) {
    return onDay.findLast(({ from }) => from === undefined || from <= asked.date)?.classes ?? [];
  }
  if (kind === 'date') return places(classes, (klass) => isWithin(klass, asked.date));
  const value = kind === 'fact' ? asked.facts[id] : undefined;
  if (variable.tails !== undefined) return ofEvent(variable, value, asked, calendars);
  return value === undefined ? classes.map((_, place) => place) : ofFact(variable, value, asked);
}

function ofFact({ classes, within = [], comparedWith }: WalkableVariable, value: unknown, asked: Walked) {
  const inner = within.find((each) => each.value === value);
  if (inner !== undefined) return inner.classes;
  const holds = (klass: WalkableClass, one: unknown): boolean => {
    if (klass.values !== undefined) return klass.values.includes(String(one));
    return typeof one === 'number' ? isAmong(klass, one) : isWithin(klass, String(one));
  };
  return places(classes, (klass) => {
    if (!holds(klass, value)) return false;
    const smaller = others(comparedWith, asked).filter((one) => holds(klass, one) && isLess(one, value));
    return klass.rank === undefined || klass.rank === new Set(smaller).size;
  });
}

function ofEvent(
  variable: WalkableVariable,
  value: unknown,
  { date }: Walked,
  calendars: Calendars,
): readonly number[] {
  const { classes, tails = [] } = variable;
  const lengths = tails.map((tail) => countFrom(tail, calendars));
  if (value === 'not-yet') return places(classes, ({ values }) => values !== undefined);
  const fits = ({ over }: WalkableClass, day: string): boolean =>
    over?.join() === lengths.map((ends) => ends(dayOf(day)) <= dayOf(date)).join();
  if (typeof value === 'string') return places(classes, (klass) => fits(klass, value));
  const isEvent = classes.some(({ values }) => values?.includes('not-yet') === true);
  const ahead = isEvent ? 0 : LONG_AGO;
  const days = Array.from({ length: LONG_AGO + ahead }, (_, before) =>
    isoFromDay(dayOf(date) + ahead - before),
  );
  return places(
    classes,
    (klass) => klass.values?.includes('not-yet') === true || days.some((day) => fits(klass, day)),
  );
}

/** Longer than any tail that tests write. */
const LONG_AGO = 800;

function others(facts: readonly string[] = [], asked: Walked): readonly unknown[] {
  return facts.map((fact) => asked.facts[fact]).filter((one) => one !== undefined);
}

function isLess(one: unknown, other: unknown): boolean {
  return typeof one === 'number' && typeof other === 'number' ? one < other : String(one) < String(other);
}

function isWithin({ from, to }: WalkableClass, day: string): boolean {
  return (from === undefined || from <= day) && (to === undefined || day <= to);
}

function isAmong({ atLeast, moreThan, atMost, lessThan }: WalkableClass, number: number): boolean {
  return (
    (atLeast === undefined || number >= atLeast) &&
    (moreThan === undefined || number > moreThan) &&
    (atMost === undefined || number <= atMost) &&
    (lessThan === undefined || number < lessThan)
  );
}

function places(
  classes: readonly WalkableClass[],
  fits: (klass: WalkableClass) => boolean,
): readonly number[] {
  return classes.flatMap((klass, place) => (fits(klass) ? [place] : []));
}

type Calendars = NonNullable<WalkableDiagram['calendars']>;

/** `1 calendar-days before, then 3 business-days on works at the latest` as a function of a day. */
function countFrom(text: string, calendars: Calendars): (day: Day) => Day {
  const [, counts = text, bound] = /^(.*) at the (earliest|latest)$/.exec(text) ?? [];
  const steps = counts.split(', then ').map((count): Count => {
    const [, number, unit, on, before] = /^(\d+) (\S+?)(?: on (\S+))?( before)?$/.exec(count) ?? [];
    const sign = before === undefined ? 1 : -1;
    const calendar = calendars.find(({ id }) => id === on);
    if (calendar === undefined)
      return { sign, by: { count: Number(number), unit: unit as Duration['unit'] } };
    const covers = { from: dayOf(calendar.from), to: dayOf(calendar.to) };
    const closed = WEEKDAYS.filter((weekday) => calendar.closed.includes(weekday));
    const own = { id: calendar.id, closed, holidays: calendar.holidays.map(dayOf), covers };
    return { sign, by: { count: Number(number), unit: 'business-days', calendar: own } };
  });
  return (day) => countedFrom(day, steps, bound === 'latest' ? 'latest' : 'earliest');
}

function dayOf(iso: string): Day {
  return dayFromIso(iso) ?? Number.NaN;
}
