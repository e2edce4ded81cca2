import type { Day } from '../../vocabulary/day.ts';
import { dayAt } from '../../vocabulary/offset.ts';
import { classesOfStart, type StartVariable } from '../../diagram/variables/start-variables.ts';
import type { Variable } from '../../diagram/variables/variable.ts';
import { placesLeft } from './fact-readings.ts';

/** What dates leave of an instrument's start: from each turn on, other classes. */
export interface StartTurns {
  readonly turns: readonly Day[];
  /** The classes left before the first turn, then from each turn on. */
  readonly open: readonly (readonly number[])[];
}

/** Gives the turns of a variable, if it is an instrument's start. */
export function startTurns(variable: Variable): StartTurns | undefined {
  if (variable.about.is !== 'start') return undefined;
  const start = variable as StartVariable;
  const days = possibleTurns(start);
  const turns: Day[] = [];
  const open = [placesLeft(classesOfStart(start, (days[0] ?? 0) - 1))];
  for (const day of days) {
    const left = placesLeft(classesOfStart(start, day));
    if (left.join() === open.at(-1)?.join()) continue;
    turns.push(day);
    open.push(left);
  }
  return { turns, open };
}

/** Nothing changes but on the days on which a tail after some day of the band is over. */
function possibleTurns({ instrument, tails }: StartVariable): readonly Day[] {
  const { possiblyFrom, from } = instrument;
  const band = Array.from({ length: from - possiblyFrom + 1 }, (_, place) => possiblyFrom + place);
  const days = new Set(tails.flatMap((tail) => band.map((day) => dayAt(day, tail))).filter(Number.isFinite));
  return [...days].toSorted((one, other) => one - other);
}
