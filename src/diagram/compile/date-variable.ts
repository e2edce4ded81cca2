import type { Pack } from '../../pack/pack.ts';
import { dayAfter } from '../../vocabulary/duration.ts';
import { isoFromDay, type Day } from '../../vocabulary/day.ts';
import { cutsOf, limitsIn } from '../variables/line-domain.ts';
import { factsTestedIn } from '../variables/facts-tested.ts';
import { tailsAfterStart } from '../variables/tails.ts';
import { variableOf, type Variable } from '../variables/variable.ts';

/** The day of a request, cut at every day on which something starts, ends, or may have. */
export interface DateVariable extends Variable {
  /** First days of all classes but the first, in order. */
  readonly turns: readonly Day[];
}

/** Cuts the days into those between which no clause of the pack comes into force, ends or reads the date otherwise. */
export function dateVariable(pack: Pack): DateVariable {
  const starts = pack.instruments.flatMap((instrument) =>
    tailsAfterStart(pack, instrument.id).flatMap((tail) => [
      dayAfter(instrument.possiblyFrom, tail),
      dayAfter(instrument.from, tail),
    ]),
  );
  const read = factsTestedIn(pack)
    .dates.flatMap(cutsOf)
    .map(({ at, side }) => (side === 'before' ? at : at + 1));
  const turns = [...new Set([...starts, ...endsIn(pack), ...read])].toSorted((one, other) => one - other);
  const first = turns[0] === undefined ? 'any day' : `before ${isoFromDay(turns[0])}`;
  const classes = [
    { label: first, ...(turns[0] !== undefined && { sample: turns[0] - 1 }) },
    ...turns.map((turn) => ({ label: `from ${isoFromDay(turn)}`, sample: turn })),
  ];
  return { ...variableOf({ is: 'date', id: '' }, 'date', classes), turns };
}

function endsIn({ clauses }: Pack): readonly Day[] {
  return clauses.flatMap(({ until, survives }) => {
    const days = limitsIn(until).flatMap((limit) => (limit.is === 'set' ? [limit.value] : []));
    const tails = survives === undefined ? [] : limitsIn(survives);
    const later = tails.flatMap((tail) =>
      tail.is === 'set' ? days.map((day) => dayAfter(day, tail.value)) : [],
    );
    return [...days, ...later];
  });
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
