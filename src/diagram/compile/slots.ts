import type { Fact, Pack } from '../../pack/pack.ts';
import type { Scalar } from '../../vocabulary/criterion.ts';
import { dayFromIso, type Day } from '../../vocabulary/day.ts';
import type { ClassesLeft } from '../algebra/diagrams.ts';
import { classOfEvent, type EventDomain } from '../variables/event-domain.ts';
import { factVariablesOf } from '../variables/fact-variables.ts';
import { classOfNumber, intervalOf, type Line } from '../variables/line.ts';
import type { Variable } from '../variables/variable.ts';

/** How the values of one fact are read from a question: as a class, as nothing known, or as no value at all. */
export interface Slot {
  readonly fact: string;
  /** The level of the fact's variable; below zero where no clause reads it. */
  readonly level: number;
  readonly sort: Sort;
  /** Where the values can be listed: looks a value up, `NO_VALUE` for what is none. */
  readonly find: ((value: unknown) => number) | undefined;
  readonly isDay: boolean;
}

export type Sort =
  | {
      readonly is: 'listed';
      readonly codes: ReadonlyMap<unknown, number>;
      readonly parts: readonly ClassesLeft[];
    }
  | { readonly is: 'line'; readonly line: Line; readonly isDay: boolean; readonly group: readonly string[] }
  | { readonly is: 'event'; readonly domain: EventDomain }
  /** A number, day or event that no clause reads. */
  | { readonly is: 'unread'; readonly isDay: boolean; readonly mayBeNotYet: boolean };

/** A value that is known only so far stands below this, by its place among the parts. */
export const PARTLY = -3;
/** No value of the fact. */
export const NO_VALUE = -2;

/** Gives a slot for every fact of the pack. */
export function slotsOf(pack: Pack, variables: readonly Variable[]): ReadonlyMap<string, Slot> {
  const levels = new Map(variables.map(({ key }, level) => [key, level]));
  return new Map(
    pack.facts.map((fact) => {
      const level = levels.get(`fact ${fact.id}`) ?? -1;
      const sort = sortOf(fact, pack);
      const find = sort.is === 'listed' ? finderOf(sort.codes) : undefined;
      return [fact.id, { fact: fact.id, level, sort, find, isDay: isDaySort(sort) }];
    }),
  );
}

/** Few values are compared one by one, which is quicker than to look them up. */
function finderOf(codes: ReadonlyMap<unknown, number>): (value: unknown) => number {
  if (codes.size > FEW) return (value) => codes.get(value) ?? NO_VALUE;
  const values = [...codes.keys()];
  const found = [...codes.values()];
  return (value) => {
    for (let place = 0; place < values.length; place += 1) {
      if (values[place] === value) return found[place] ?? NO_VALUE;
    }
    return NO_VALUE;
  };
}

const FEW = 8;

function isDaySort(sort: Sort): boolean {
  return sort.is === 'event' || ((sort.is === 'line' || sort.is === 'unread') && sort.isDay);
}

function sortOf(fact: Fact, pack: Pack): Sort {
  const domain = factVariablesOf(pack).get(fact.id)?.domain;
  if (domain === undefined) return unreadSort(fact, pack);
  if (domain.is === 'event') return { is: 'event', domain };
  if (domain.is === 'line') {
    return { is: 'line', line: domain.line, isDay: domain.isWhole, group: domain.group };
  }
  return listedSort([...domain.classOf], [...domain.within]);
}

function listedSort(
  values: readonly (readonly [Scalar, number])[],
  within: readonly (readonly [Scalar, ClassesLeft])[],
): Sort {
  const codes = new Map<unknown, number>(values);
  const parts: ClassesLeft[] = [];
  for (const [node, left] of within) {
    const only = left.indexOf(true);
    codes.set(node, left.includes(true, only + 1) ? PARTLY - parts.length : only);
    parts.push(left);
  }
  return { is: 'listed', codes, parts };
}

function unreadSort({ type }: Fact, pack: Pack): Sort {
  switch (type.is) {
    case 'enum': {
      const values = [...type.values.map(({ id }) => id), ...(type.open ? ['other'] : [])];
      return listedSort(
        values.map((value) => [value, 0] as const),
        [],
      );
    }
    case 'boolean':
    case 'assessment':
      return listedSort([[true, 0] as const, [false, 0] as const], []);
    case 'party':
      return listedSort(
        [...pack.parties.map(({ id }) => id), 'other'].map((id) => [id, 0] as const),
        [],
      );
    case 'number':
    case 'date':
    case 'event':
      return { is: 'unread', isDay: type.is !== 'number', mayBeNotYet: type.is === 'event' };
  }
}

/** Gives the values of the facts that a fact is compared with, as far as they are known. */
export type Compared = (group: readonly string[]) => readonly Scalar[];

/** The class of a value, `NO_VALUE`, or below that a part by `PARTLY`. Facts compared with each other are read together. */
export function classOfValue(sort: Sort, value: unknown, date: Day, compared: Compared): number {
  switch (sort.is) {
    case 'listed':
      return sort.codes.get(value) ?? NO_VALUE;
    case 'line':
      return classOnLine(sort, value, compared);
    case 'event':
      return classAmongDays(sort.domain, value, date, compared);
    case 'unread':
      return isUnreadValue(sort, value) ? 0 : NO_VALUE;
  }
}

function classOnLine(
  { line, isDay, group }: Extract<Sort, { is: 'line' }>,
  value: unknown,
  compared: Compared,
): number {
  const number = isDay ? dayOf(value) : numberOf(value);
  if (number === undefined) return NO_VALUE;
  if (group.length === 1) return line.firstClasses[intervalOf(line, number)] ?? NO_VALUE;
  return classOfNumber(line, number, compared(group).map(Number));
}

function classAmongDays(domain: EventDomain, value: unknown, date: Day, compared: Compared): number {
  const day = value === 'not-yet' ? value : dayOf(value);
  return day === undefined ? NO_VALUE : classOfEvent(domain, day, date, compared(domain.group));
}

function isUnreadValue(sort: Extract<Sort, { is: 'unread' }>, value: unknown): boolean {
  if (sort.mayBeNotYet && value === 'not-yet') return true;
  return (sort.isDay ? dayOf(value) : numberOf(value)) !== undefined;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** Reads an ISO day. Reading one is slow, and questions name the same days again and again. */
export function dayOf(value: unknown): Day | undefined {
  if (typeof value !== 'string') return undefined;
  const known = days.get(value);
  if (known !== undefined) return known;
  const day = dayFromIso(value);
  if (day === undefined) return undefined;
  if (days.size >= MOST_DAYS) days.clear();
  days.set(value, day);
  return day;
}

const days = new Map<string, Day>();
const MOST_DAYS = 10_000;
