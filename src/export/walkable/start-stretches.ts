import { classesOfStart, type StartVariable } from '../../diagram/variables/start-variables.ts';
import { isoFromDay, type Day } from '../../vocabulary/day.ts';
import { dayAt } from '../../vocabulary/offset.ts';
import type { WalkableStretch } from './walkable-diagram.ts';

/** Gives, for every stretch of days, in which classes the start of an instrument may be on a day of it. */
export function startStretches(variable: StartVariable): readonly WalkableStretch[] {
  const leftOn = (day: Day): readonly number[] =>
    classesOfStart(variable, day).flatMap((isLeft, klass) => (isLeft ? [klass] : []));
  const stretches: WalkableStretch[] = [];
  for (const turn of turnsOf(variable)) {
    const before = stretches.at(-1) ?? { classes: leftOn(turn - 1) };
    if (stretches.length === 0) stretches.push(before);
    const classes = leftOn(turn);
    if (classes.join() !== before.classes.join()) stretches.push({ from: isoFromDay(turn), classes });
  }
  return stretches;
}

/** Days on which a tail may end, counted from some day of the band. */
function turnsOf({ instrument, tails }: StartVariable): readonly Day[] {
  const { possiblyFrom, from } = instrument;
  const days = Array.from({ length: from - possiblyFrom + 1 }, (_, place) => possiblyFrom + place);
  const turns = tails.flatMap((tail) => days.map((day) => dayAt(day, tail)).filter(Number.isFinite));
  return [...new Set(turns)].toSorted((one, other) => one - other);
}
