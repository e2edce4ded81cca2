import type { Fact, Pack } from '../../pack/pack.ts';
import type { Scalar } from '../../vocabulary/criterion.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { ClassesLeft } from '../algebra/diagrams.ts';
import { classOfEvent, type EventDomain } from '../variables/event-domain.ts';
import { factVariablesOf } from '../variables/fact-variables.ts';
import { classOfNumber, intervalOf, type Line } from '../variables/line.ts';
import type { Variable } from '../variables/variable.ts';
import { dayOf } from './day-keys.ts';
import { NO_VALUE } from './no-value.ts';
import { textTable, type TextTable } from './text-table.ts';

/** How the values of one fact are read from a question: as a class, as nothing known, or as no value at all. */
export interface Slot {
  readonly fact: string;
  /** The level of the fact's variable; below zero where no clause reads it. */
  readonly level: number;
  readonly sort: Sort;
  /** Where the values are few texts. */
  readonly texts: TextTable | undefined;
  /** The classes of true and of false; `NO_VALUE` where they are no values of the fact. */
  readonly ofTrue: number;
  readonly ofFalse: number;
  /** Where the fact is a number that is compared with no other: the numbers from which on each next class begins. */
  readonly steps: Float64Array | undefined;
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

/** Gives a slot for every fact of the pack. */
export function slotsOf(pack: Pack, variables: readonly Variable[]): ReadonlyMap<string, Slot> {
  const levels = new Map(variables.map(({ key }, level) => [key, level]));
  return new Map(
    pack.facts.map((fact) => {
      const level = levels.get(`fact ${fact.id}`) ?? -1;
      return [fact.id, slotOf(fact.id, level, sortOf(fact, pack))];
    }),
  );
}

function slotOf(fact: string, level: number, sort: Sort): Slot {
  const codes = sort.is === 'listed' ? sort.codes : new Map<unknown, number>();
  return {
    fact,
    level,
    sort,
    texts: textTable(codes),
    ofTrue: codes.get(true) ?? NO_VALUE,
    ofFalse: codes.get(false) ?? NO_VALUE,
    steps: stepsOf(sort),
    isDay: isDaySort(sort),
  };
}

function stepsOf(sort: Sort): Float64Array | undefined {
  if (sort.is !== 'line' || sort.isDay || sort.group.length > 1) return undefined;
  return Float64Array.from(sort.line.cuts, ({ at, side }) => (side === 'before' ? at : nextAbove(at)));
}

/** The least number above another: what is more than the one is at least the other. */
function nextAbove(value: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value === 0 ? 0 : value);
  view.setBigInt64(0, view.getBigInt64(0) + (value >= 0 ? 1n : -1n));
  return view.getFloat64(0);
}

function isDaySort(sort: Sort): boolean {
  return sort.is === 'event' || ((sort.is === 'line' || sort.is === 'unread') && sort.isDay);
}

function sortOf(fact: Fact, pack: Pack): Sort {
  const domain = factVariablesOf(pack).get(fact.id)?.domain;
  if (domain === undefined) return unreadSort(fact, pack);
  if (domain.is === 'event') return { is: 'event', domain };
  if (domain.is === 'line') {
    return { is: 'line', line: domain.line, isDay: domain.isDay, group: domain.group };
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
  const day = value === 'not-yet' && !domain.mayLieAhead ? value : dayOf(value);
  return day === undefined ? NO_VALUE : classOfEvent(domain, day, date, compared(domain.group));
}

function isUnreadValue(sort: Extract<Sort, { is: 'unread' }>, value: unknown): boolean {
  if (sort.mayBeNotYet && value === 'not-yet') return true;
  return (sort.isDay ? dayOf(value) : numberOf(value)) !== undefined;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
