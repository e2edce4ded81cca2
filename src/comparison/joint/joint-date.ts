import { dateVariable, type DateVariable } from '../../diagram/compile/date-variable.ts';
import { isoFromDay, type Day } from '../../vocabulary/day.ts';
import { SIDES, type Compared } from '../sides.ts';

/** Cuts the days wherever something turns on either side; `undefined` where each side is asked on one day of its own. */
export function jointDate({ packs, days }: Compared, more: readonly Day[]): DateVariable | undefined {
  if (days !== undefined) return undefined;
  const own = SIDES.map((side) => dateVariable(packs[side]));
  const turns = [...new Set([...own.flatMap((each) => each.turns), ...more])].toSorted(
    (one, other) => one - other,
  );
  const [first] = turns;
  const classes = [
    first === undefined ? { label: 'any day' } : { label: `before ${isoFromDay(first)}`, sample: first - 1 },
    ...turns.map((turn) => ({ label: `from ${isoFromDay(turn)}`, sample: turn })),
  ];
  return { key: 'date ', about: { is: 'date', id: '' }, reportedAs: 'date', classes, turns };
}
