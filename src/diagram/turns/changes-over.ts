import type { Day } from '../../vocabulary/day.ts';
import type { Reach } from './reach.ts';

/** Gives the days of a span on which something is not what it was on the day before. */
export function changesOver({ from, to }: Reach, textOn: (day: Day) => string): readonly Day[] {
  const days: Day[] = [];
  let before = textOn(from);
  for (let day = from + 1; day <= to; day += 1) {
    const text = textOn(day);
    if (text !== before) days.push(day);
    before = text;
  }
  return days;
}
