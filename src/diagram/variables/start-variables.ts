import type { Instrument, Pack } from '../../pack/pack.ts';
import { startId } from '../../pack/unknown-ids.ts';
import type { Day } from '../../vocabulary/day.ts';
import { dayAt, type Offset } from '../../vocabulary/offset.ts';
import type { ClassesLeft } from '../algebra/diagrams.ts';
import { tailsAfterStart } from './tails.ts';
import { variableOf, type ValueClass, type Variable } from './variable.ts';

/**
 * The start of an instrument that lies somewhere in a band of days, as its own clauses and those that it ends see it:
 * which of the tails after it are over, at once being the first of them. Each class is one such set, as bits.
 */
export interface StartVariable extends Variable {
  readonly instrument: Instrument;
  readonly tails: readonly Offset[];
  readonly over: readonly number[];
}

const known = new WeakMap<Pack, Map<string, StartVariable>>();

/** Gives the variable of an instrument's start; `undefined` where its first day is certain. */
export function startVariableOf(instrument: Instrument, pack: Pack): StartVariable | undefined {
  if (instrument.possiblyFrom === instrument.from) return undefined;
  const variables = known.get(pack) ?? new Map<string, StartVariable>();
  known.set(pack, variables);
  const variable = variables.get(instrument.id) ?? startVariable(instrument, pack);
  variables.set(instrument.id, variable);
  return variable;
}

function startVariable(instrument: Instrument, pack: Pack): StartVariable {
  const tails = tailsAfterStart(pack, instrument.id);
  const days = daysOf(instrument);
  const turns = tails.flatMap((tail) => days.map((day) => dayAt(day, tail)));
  const dates = new Set(turns.filter(Number.isFinite).flatMap((turn) => [turn - 1, turn]));
  const vectors = [...dates].flatMap((date) => days.map((day) => overOn(date, day, tails)));
  const over = [...new Set(vectors)].toSorted((one, other) => one - other);
  const classes = over.map((bits) => ({ label: labelOf(bits) }));
  return {
    ...variableOf({ is: 'start', id: instrument.id }, startId(instrument), classes),
    instrument,
    tails,
    over,
  };
}

/** The classes that some first day of the band gives on a date. */
export function classesOfStart({ instrument, tails, over }: StartVariable, date: Day): ClassesLeft {
  const vectors = new Set(daysOf(instrument).map((day) => overOn(date, day, tails)));
  return over.map((bits) => vectors.has(bits));
}

/** Every day on which something turns that is counted from the start, whichever day of the band that was. */
export function startTurns({ instrument, tails }: StartVariable): readonly Day[] {
  const turns = tails.flatMap((tail) => daysOf(instrument).map((day) => dayAt(day, tail)));
  return [...new Set(turns)].filter(Number.isFinite);
}

/** A first day of the band that gives a class on a date, if one does. */
export function startDayIn(
  { instrument, tails, over }: StartVariable,
  klass: number,
  date: Day,
): Day | undefined {
  return daysOf(instrument).find((day) => overOn(date, day, tails) === over[klass]);
}

/** Bands longer than this are taken at so many of their days, the first and the last among them. */
const MOST_DAYS = 400;

function daysOf({ possiblyFrom, from }: Instrument): readonly Day[] {
  const step = Math.max(1, Math.ceil((from - possiblyFrom) / MOST_DAYS));
  const count = Math.floor((from - possiblyFrom) / step) + 1;
  const days = Array.from({ length: count }, (_, place) => possiblyFrom + place * step);
  return [...new Set([...days, from])];
}

function overOn(date: Day, start: Day, tails: readonly Offset[]): number {
  return tails.reduce((bits, tail, place) => (dayAt(start, tail) <= date ? bits | (1 << place) : bits), 0);
}

function labelOf(bits: number): ValueClass['label'] {
  if (bits === 0) return 'not started';
  return bits === 1 ? 'started' : `started, tails ${bits.toString(2)} over`;
}
