import type { CodedColumn, Columns, FactColumn } from './columns.ts';
import { classOn, type DayClasses } from './day-classes.ts';
import { dayOf } from './day-keys.ts';
import type { ColumnEngine } from './column-engine.ts';
import { classOfCode, NO_ROOT } from './key-readers.ts';
import { NO_VALUE } from './no-value.ts';
import type { Slot } from './slots.ts';
import { stepsReached } from './steps-reached.ts';
import { OPEN } from './walk.ts';

/** The answer to a row of which some value cannot be read. */
export const INVALID = 0;

/** Reads one column, a block of rows at a time, into classes; rows that hold what cannot be read are marked in the answers. */
export interface ColumnReader {
  /** Below zero where no clause reads the fact. */
  readonly level: number;
  readonly read: (from: number, classes: Int16Array, answers: Uint8Array) => void;
}

/** Where the walks of a block of rows start. */
export type RootReader = (from: number, starts: Int32Array, answers: Uint8Array) => void;

/** Prepares to read columns: values that are named in lists are looked up once. */
export function columnReaders(
  engine: ColumnEngine,
  columns: Columns,
  rootsOf: readonly number[],
): { readonly readers: readonly ColumnReader[]; readonly roots: RootReader } {
  const facts = Object.entries(columns.facts).map(([fact, column]) =>
    factReader(engine.slots.get(fact), column),
  );
  const date = dateReader(columns.date, engine);
  // What no clause reads is only checked, and goes first: its classes are written over.
  const readers = [...facts, date].toSorted((one, other) => one.level - other.level);
  return {
    readers: readers.map((each) => (each.level < 0 ? checked(each) : each)),
    roots: rootReader(columns, Int32Array.from(rootsOf)),
  };
}

function checked({ level, read }: ColumnReader): ColumnReader {
  const unused = new Int16Array(MOST_ROWS);
  return { level, read: (from, _classes, answers) => read(from, unused, answers) };
}

/** At least as many as are read at a time. */
const MOST_ROWS = 1_024;

function dateReader(date: Columns['date'], { days, dateLevel }: ColumnEngine): ColumnReader {
  if (date instanceof Int32Array) return { level: dateLevel, read: dayReader(date, days) };
  const table = Int16Array.from(date.values, (value) => {
    const day = dayOf(value);
    return day === undefined ? NO_VALUE : classOn(days, day);
  });
  return { level: dateLevel, read: codeReader(date.codes, table) };
}

function dayReader(column: Int32Array, days: DayClasses): ColumnReader['read'] {
  return (from, classes, answers) => {
    for (let row = 0; row < answers.length; row += 1) classes[row] = classOn(days, column[from + row] ?? 0);
  };
}

function factReader(slot: Slot | undefined, column: FactColumn): ColumnReader {
  if (slot === undefined) return { level: -1, read: (_from, _classes, answers) => answers.fill(INVALID) };
  if (column instanceof Float64Array) return { level: slot.level, read: numberReader(column, slot) };
  const table = Int16Array.from(column.values, (value) => classOfCode(slot, value));
  return { level: slot.level, read: codeReader(column.codes, table) };
}

function codeReader(codes: CodedColumn['codes'], table: Int16Array): ColumnReader['read'] {
  return (from, classes, answers) => {
    for (let row = 0; row < answers.length; row += 1) {
      const klass = table[codes[from + row] ?? -1] ?? NO_VALUE;
      if (klass === NO_VALUE) answers[row] = INVALID;
      classes[row] = klass;
    }
  };
}

function numberReader(numbers: Float64Array, { sort, isDay, steps }: Slot): ColumnReader['read'] {
  const isNumber = !isDay && (sort.is === 'line' || sort.is === 'unread');
  return (from, classes, answers) => {
    for (let row = 0; row < answers.length; row += 1) {
      const value = numbers[from + row] ?? Number.NaN;
      if (Number.isNaN(value)) classes[row] = OPEN;
      else if (!isNumber || !Number.isFinite(value)) answers[row] = INVALID;
      else classes[row] = steps === undefined ? OPEN : stepsReached(steps, value);
    }
  };
}

function rootReader({ provider }: Columns, table: Int32Array): RootReader {
  return (from, starts, answers) => {
    for (let row = 0; row < answers.length; row += 1) {
      const root = table[provider.codes[from + row] ?? -1] ?? NO_ROOT;
      if (root === NO_ROOT) answers[row] = INVALID;
      starts[row] = root;
    }
  };
}
