import { instrumentOf } from '../../pack/lookup.ts';
import type { AnchorBase, Pack } from '../../pack/pack.ts';
import { dayAt } from '../../vocabulary/offset.ts';
import { isoFromDay, type Day } from '../../vocabulary/day.ts';
import { FALSE, TRUE, type Diagram } from '../algebra/diagrams.ts';
import { cutsOf } from '../variables/line-domain.ts';
import { factsTestedIn } from '../variables/facts-tested.ts';
import { tailsOf } from '../variables/tails.ts';
import { variableOf, type Variable } from '../variables/variable.ts';

/** The day of a request, cut at every day on which something starts, ends, or may have. */
export interface DateVariable extends Variable {
  /** First days of all classes but the first, in order. */
  readonly turns: readonly Day[];
}

/** Cuts the days into those between which no clause of the pack comes into force, ends or reads the date otherwise. */
export function dateVariable(pack: Pack): DateVariable {
  const starts = pack.instruments.flatMap(({ possiblyFrom, from }) => [possiblyFrom, from]);
  const counted = tailsOf(pack).flatMap(({ base, offset }) =>
    daysOf(base, pack).map((day) => dayAt(day, offset)),
  );
  const read = factsTestedIn(pack)
    .dates.flatMap(cutsOf)
    .map(({ at, side }) => (side === 'before' ? at : at + 1));
  const days = [...starts, ...counted, ...read].filter(Number.isFinite);
  const turns = [...new Set(days)].toSorted((one, other) => one - other);
  const first = turns[0] === undefined ? 'any day' : `before ${isoFromDay(turns[0])}`;
  const classes = [
    { label: first, ...(turns[0] !== undefined && { sample: turns[0] - 1 }) },
    ...turns.map((turn) => ({ label: `from ${isoFromDay(turn)}`, sample: turn })),
  ];
  return { ...variableOf({ is: 'date', id: '' }, 'date', classes), turns };
}

/** The days that do not hang on facts. */
function daysOf(base: AnchorBase, pack: Pack): readonly Day[] {
  if (base.is === 'day') return [base.day];
  if (base.is !== 'start') return [];
  const { possiblyFrom, from } = instrumentOf(pack, base.instrument);
  return [possiblyFrom, from];
}

/** True on a day and after it; a day beyond all days never comes, or always has. */
export function fromDay(
  date: DateVariable,
  day: Day,
  test: (variable: Variable, fits: (klass: number) => boolean) => Diagram,
): Diagram {
  if (!Number.isFinite(day)) return day < 0 ? TRUE : FALSE;
  if (!date.turns.includes(day))
    throw new Error(`day ${String(day)} turns something but is not among the days that do`);
  const first = classOfDay(date.turns, day);
  return test(date, (klass) => klass >= first);
}

/** The class of a day: how many turns it has reached. */
export function classOfDay(turns: ArrayLike<Day>, day: Day): number {
  let low = 0;
  let high = turns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((turns[middle] ?? 0) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
