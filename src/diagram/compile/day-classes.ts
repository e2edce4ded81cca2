import type { Day } from '../../vocabulary/day.ts';
import { classOfDay } from './date-variable.ts';

/** The class of every day from the day before the first turn to the last turn; absent where that is too long. */
export interface DayClasses {
  readonly turns: readonly Day[];
  readonly first: Day;
  readonly classes: Int16Array | undefined;
}

/** Works the classes out once. */
export function dayClasses(turns: readonly Day[]): DayClasses {
  const first = (turns[0] ?? 0) - 1;
  const length = (turns.at(-1) ?? first) - first + 1;
  if (length > MOST_DAYS) return { turns, first, classes: undefined };
  return {
    turns,
    first,
    classes: Int16Array.from({ length }, (_, later) => classOfDay(turns, first + later)),
  };
}

/** Of about 180 years. */
const MOST_DAYS = 65_536;

/** The class of a day: how many turns it has reached. */
export function classOn({ turns, first, classes }: DayClasses, day: Day): number {
  if (classes === undefined) return classOfDay(turns, day);
  return classes[Math.min(Math.max(day - first, 0), classes.length - 1)] ?? 0;
}
