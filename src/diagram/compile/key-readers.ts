import type { CodedColumn, Columns, FactColumn } from './columns.ts';
import { classOn, type DayClasses } from './day-classes.ts';
import { dayOf } from './day-keys.ts';
import type { ColumnEngine } from './column-engine.ts';
import type { KeyLayout } from './column-key.ts';
import type { StatedLevel } from './key-layout.ts';
import { NO_VALUE } from './no-value.ts';
import { classOfValue, type Slot } from './slots.ts';
import { stepsReached } from './steps-reached.ts';
import { OPEN } from './walk.ts';

/** What a value that cannot be read adds to its row's key: no other value comes near, however many there are. */
export const UNREADABLE = 1 << 20;

/** Adds what one column counts for to the keys of a block of rows. */
export type KeyReader = (from: number, keys: Int32Array) => void;

/** One column with its level, and what reads it once it is settled what one class counts for. */
export interface StatedColumn extends StatedLevel {
  readonly readerFor: (counts: number) => KeyReader;
}

/** Prepares to read columns into keys: values that are named in lists are looked up once. */
export function statedColumns(engine: ColumnEngine, columns: Columns): readonly StatedColumn[] {
  const facts = Object.entries(columns.facts).map(([fact, column]) => {
    const slot = engine.slots.get(fact);
    return slot === undefined ? UNKNOWN_FACT : factColumn(engine, slot, column);
  });
  return [dateColumn(engine, columns.date), ...facts];
}

const UNKNOWN_FACT: StatedColumn = {
  level: -1,
  classes: 1,
  readerFor: () => (_from, keys) => keys.fill(UNREADABLE),
};

function dateColumn({ days, dateLevel, widths }: ColumnEngine, date: Columns['date']): StatedColumn {
  const width = widths[dateLevel] ?? 1;
  if (date instanceof Int32Array)
    return { level: dateLevel, classes: width, readerFor: (counts) => dayReader(date, days, counts) };
  const classes = date.values.map((value) => {
    const day = dayOf(value);
    return day === undefined ? NO_VALUE : classOn(days, day);
  });
  return codedColumn(date.codes, classes, dateLevel, width);
}

function factColumn({ widths }: ColumnEngine, slot: Slot, column: FactColumn): StatedColumn {
  const { level } = slot;
  const width = widths[level] ?? 1;
  if (column instanceof Float64Array)
    return { level, classes: width + 1, readerFor: (counts) => numberReader(column, slot, counts, width) };
  const classes = column.values.map((value) => classOfCode(slot, value));
  return codedColumn(column.codes, classes, level, width);
}

function codedColumn(
  codes: CodedColumn['codes'],
  known: readonly number[],
  level: number,
  width: number,
): StatedColumn {
  return {
    level,
    classes: known.includes(OPEN) ? width + 1 : width,
    readerFor: (counts) => codeReader(codes, tableOf(known, counts, width)),
  };
}

function tableOf(classes: readonly number[], counts: number, width: number): Int32Array {
  const table = new Int32Array(classes.length);
  for (let code = 0; code < table.length; code += 1) {
    const klass = classes[code] ?? NO_VALUE;
    table[code] = klass === NO_VALUE ? UNREADABLE : (klass === OPEN ? width : klass) * counts;
  }
  return table;
}

/** Reads the providers into the places of their roots in the layout, as the first part of the key. */
export function rootReader(
  { codes }: CodedColumn,
  rootsOf: readonly number[],
  { roots }: KeyLayout,
): KeyReader {
  const places = rootsOf.map((root) => (root === NO_ROOT ? NO_VALUE : roots.indexOf(root)));
  return codeReader(codes, tableOf(places, 1, 0));
}

/** Stands for the root of what is no provider. */
export const NO_ROOT = 0x7f_ff_ff_ff;

function dayReader(column: Int32Array, days: DayClasses, counts: number): KeyReader {
  return (from, keys) => {
    for (let row = 0; row < keys.length; row += 1)
      keys[row] = (keys[row] ?? 0) + classOn(days, column[from + row] ?? 0) * counts;
  };
}

/** The class of a listed value. Where it hangs on the day or on other facts, or is one of several, it is left to the row. */
export function classOfCode({ sort }: Slot, value: unknown): number {
  if (value === undefined || value === null || value === 'unknown') return OPEN;
  const klass = classOfValue(sort, value, 0, () => []);
  const hangsOnRow = sort.is === 'event' || (sort.is === 'line' && sort.group.length > 1);
  return klass !== NO_VALUE && (klass < 0 || hangsOnRow) ? OPEN : klass;
}

function codeReader(codes: CodedColumn['codes'], table: Int32Array): KeyReader {
  return (from, keys) => {
    for (let row = 0; row < keys.length; row += 1)
      keys[row] = (keys[row] ?? 0) + (table[codes[from + row] ?? -1] ?? UNREADABLE);
  };
}

function numberReader(
  numbers: Float64Array,
  { sort, isDay, steps }: Slot,
  counts: number,
  width: number,
): KeyReader {
  const isNumber = !isDay && (sort.is === 'line' || sort.is === 'unread');
  const open = width * counts;
  return (from, keys) => {
    for (let row = 0; row < keys.length; row += 1) {
      const value = numbers[from + row] ?? Number.NaN;
      let part = open;
      if (Number.isFinite(value)) {
        if (!isNumber) part = UNREADABLE;
        else if (steps !== undefined) part = stepsReached(steps, value) * counts;
      } else if (!Number.isNaN(value)) part = UNREADABLE;
      keys[row] = (keys[row] ?? 0) + part;
    }
  };
}
