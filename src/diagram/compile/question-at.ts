import { isoFromDay } from '../../vocabulary/day.ts';
import type { Columns, FactColumn } from './columns.ts';
import type { Question } from './question.ts';

/** Gives one row of columns as a question. */
export function questionAt({ actor, act, provider, date, facts }: Columns, row: number): Question {
  return {
    actor,
    act,
    provider: String(valueIn(provider, row)),
    date: date instanceof Int32Array ? isoFromDay(date[row] ?? 0) : String(valueIn(date, row)),
    facts: Object.fromEntries(Object.entries(facts).map(([fact, column]) => [fact, valueIn(column, row)])),
  };
}

function valueIn(column: FactColumn, row: number): unknown {
  if (!(column instanceof Float64Array)) return column.values[column.codes[row] ?? -1];
  const number = column[row];
  return Number.isNaN(number) ? undefined : number;
}
