import { boundsOf, intervalOfClass, rankOfClass, type Cut } from '../variables/line.ts';
import type { LineDomain } from '../variables/line-domain.ts';
import { isoFromDay, type Day } from '../../vocabulary/day.ts';
import { orWords } from './listed-words.ts';

/** Puts classes of the date in words; `turns` are the first days of all classes but the first. */
export function dateWords(turns: readonly Day[], classes: readonly number[]): string {
  return orWords(runsOf(classes).map(([first, last]) => dayWords(turns[first - 1], turns[last])));
}

/** Puts classes of a number, or of a day that is a fact, in words. */
export function lineWords(
  { line, isWhole }: LineDomain,
  classes: readonly number[],
  unit: string | undefined,
): string {
  const intervals = [...new Set(classes.map((klass) => intervalOfClass(line, klass)))];
  const isWholly = (interval: number): boolean => {
    const [first = 0, end = 0] = line.firstClasses.slice(interval, interval + 2);
    return Array.from({ length: end - first }, (_, rank) => first + rank).every((klass) =>
      classes.includes(klass),
    );
  };
  const wordsOf = (first: number, last: number): string => {
    const [low, high] = [boundsOf(line, first).low, boundsOf(line, last).high];
    return isWhole ? dayWords(low?.at, high?.at) : numberWords(low, high, unit);
  };
  const whole = runsOf(intervals.filter(isWholly)).map(([first, last]) => wordsOf(first, last));
  const partly = classes
    .filter((klass) => !isWholly(intervalOfClass(line, klass)))
    .map((klass) => {
      const interval = intervalOfClass(line, klass);
      return `${wordsOf(interval, interval)} (value ${String(rankOfClass(line, klass) + 1)} there)`;
    });
  return orWords([...whole, ...partly]);
}

/** Neighbours among rising numbers, as first and last. */
function runsOf(numbers: readonly number[]): readonly (readonly [number, number])[] {
  const runs: (readonly [number, number])[] = [];
  for (const number of numbers) {
    const before = runs.at(-1);
    if (before !== undefined && before[1] + 1 === number) runs[runs.length - 1] = [before[0], number];
    else runs.push([number, number]);
  }
  return runs;
}

/** `end` is the first day after the stretch. */
function dayWords(from: Day | undefined, end: Day | undefined): string {
  if (from === undefined) return end === undefined ? 'on any day' : `before ${isoFromDay(end)}`;
  if (end === undefined) return `from ${isoFromDay(from)}`;
  if (end === from + 1) return `on ${isoFromDay(from)}`;
  return `from ${isoFromDay(from)} to ${isoFromDay(end - 1)}`;
}

function numberWords(low: Cut | undefined, high: Cut | undefined, unit: string | undefined): string {
  const withUnit = (value: number): string =>
    unit === undefined ? String(value) : `${String(value)} ${unit}`;
  if (low !== undefined && high?.at === low.at) return withUnit(low.at);
  const least =
    low === undefined ? [] : [`${low.side === 'before' ? 'at least' : 'more than'} ${withUnit(low.at)}`];
  const most =
    high === undefined ? [] : [`${high.side === 'before' ? 'less than' : 'at most'} ${withUnit(high.at)}`];
  return [...least, ...most].join(' and ') || 'any number';
}
