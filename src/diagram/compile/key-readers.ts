import type { CodedColumn, Columns, FactColumn } from './columns.ts';
import { classOn, type DayClasses } from './day-classes.ts';
import { dayOf } from './day-keys.ts';
import type { ColumnEngine } from './column-engine.ts';
import type { KeyLayout } from './key-layout.ts';
import { NO_VALUE } from './no-value.ts';
import { classOfValue, type Slot } from './slots.ts';
import { stepsReached } from './steps-reached.ts';
import { OPEN } from './walk.ts';

/** What a value that cannot be read adds to its row's key: no other value comes near, however many there are. */
export const UNREADABLE = 1 << 20;

/** Adds what one column counts for to the keys of a block of rows. */
export type KeyReader = (from: number, keys: Int32Array) => void;

/** What a class of a level counts for. */
type Counted = (klass: number) => number;

/** Prepares to read columns into keys: values that are named in lists are looked up once. */
export function keyReaders(engine: ColumnEngine, columns: Columns, layout: KeyLayout): readonly KeyReader[] {
  const counted = (level: number): Counted => {
    const stride = layout.strides.get(level) ?? 0;
    const width = engine.widths[level] ?? 0;
    return (klass) => (klass === NO_VALUE ? UNREADABLE : (klass === OPEN ? width : klass) * stride);
  };
  const facts = Object.entries(columns.facts).map(([fact, column]) => {
    const slot = engine.slots.get(fact);
    return slot === undefined ? unreadable : factReader(slot, column, counted(slot.level));
  });
  return [dateReader(columns.date, engine.days, counted(engine.dateLevel)), ...facts];
}

/** Reads the providers into the places of their roots in the layout, as the first part of the key. */
export function rootKeyReader(
  provider: CodedColumn,
  rootsOf: readonly number[],
  { roots }: KeyLayout,
): KeyReader {
  return codeReader(
    provider.codes,
    Int32Array.from(rootsOf, (root) => (root === NO_ROOT ? UNREADABLE : roots.indexOf(root))),
  );
}

/** Stands for the root of what is no provider. */
export const NO_ROOT = 0x7f_ff_ff_ff;

function unreadable(_from: number, keys: Int32Array): void {
  keys.fill(UNREADABLE);
}

function dateReader(date: Columns['date'], days: DayClasses, counted: Counted): KeyReader {
  if (date instanceof Int32Array) return dayReader(date, days, counted(1));
  const table = Int32Array.from(date.values, (value) => {
    const day = dayOf(value);
    return counted(day === undefined ? NO_VALUE : classOn(days, day));
  });
  return codeReader(date.codes, table);
}

function dayReader(column: Int32Array, days: DayClasses, stride: number): KeyReader {
  return (from, keys) => {
    for (let row = 0; row < keys.length; row += 1)
      keys[row] = (keys[row] ?? 0) + classOn(days, column[from + row] ?? 0) * stride;
  };
}

function factReader(slot: Slot, column: FactColumn, counted: Counted): KeyReader {
  if (column instanceof Float64Array) return numberReader(column, slot, counted);
  return codeReader(
    column.codes,
    Int32Array.from(column.values, (value) => counted(classOfCode(slot, value))),
  );
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

function numberReader(numbers: Float64Array, { sort, isDay, steps }: Slot, counted: Counted): KeyReader {
  const isNumber = !isDay && (sort.is === 'line' || sort.is === 'unread');
  const open = counted(OPEN);
  const stride = counted(1);
  return (from, keys) => {
    for (let row = 0; row < keys.length; row += 1) {
      const value = numbers[from + row] ?? Number.NaN;
      let part = open;
      if (!Number.isNaN(value)) {
        if (!isNumber || !Number.isFinite(value)) part = UNREADABLE;
        else if (steps !== undefined) part = stepsReached(steps, value) * stride;
      }
      keys[row] = (keys[row] ?? 0) + part;
    }
  };
}
