import { describeFactValue } from '../../evaluation/criteria/describe-test.ts';
import { NO_END } from '../../measure/span.ts';
import type { Pack } from '../../pack/pack.ts';
import { isoFromDay, type Day } from '../../vocabulary/day.ts';
import { boundsOf, intervalOfClass, rankOfClass, type Cut, type Line } from '../../diagram/variables/line.ts';
import type { LineDomain } from '../../diagram/variables/line-domain.ts';
import { runsOf, type Run } from './runs.ts';

/** Puts classes of a number or a day in words, neighbours together: `at least 5 and less than 200 MW`. */
export function lineWords(
  fact: string,
  { line, isDay }: LineDomain,
  classes: readonly number[],
  pack: Pack,
): readonly string[] {
  const intervals = [...new Set(classes.map((klass) => intervalOfClass(line, klass)))];
  const isWholly = (interval: number): boolean =>
    classesOf(line, interval).every((klass) => classes.includes(klass));
  const wordsOf = ({ first, last }: Run): string => {
    const bounds = { low: boundsOf(line, first).low, high: boundsOf(line, last).high };
    return isDay ? dayWords(bounds.low?.at, bounds.high?.at) : numberWords(fact, bounds, pack);
  };
  const partly = classes
    .filter((klass) => !isWholly(intervalOfClass(line, klass)))
    .map((klass) => {
      const interval = intervalOfClass(line, klass);
      return `${wordsOf({ first: interval, last: interval })} (value ${String(rankOfClass(line, klass) + 1)})`;
    });
  return [...runsOf(intervals.filter(isWholly)).map(wordsOf), ...partly];
}

function classesOf({ firstClasses }: Line, interval: number): readonly number[] {
  const [first = 0, end = 0] = firstClasses.slice(interval, interval + 2);
  return Array.from({ length: end - first }, (_, rank) => first + rank);
}

/** Puts a stretch of days in words; `end` is the first day after it. */
export function dayWords(from: Day | undefined, end: Day | undefined): string {
  if (from === undefined) return end === undefined ? 'any day' : `before ${isoFromDay(end)}`;
  if (end === undefined) return `from ${isoFromDay(from)}`;
  return end === from + 1 ? isoFromDay(from) : `${isoFromDay(from)} to ${isoFromDay(end - 1)}`;
}

interface Bounds {
  readonly low: Cut | undefined;
  readonly high: Cut | undefined;
}

/** Of a measure the last class is that no period has closed, and the one before it has no upper end. */
function numberWords(fact: string, { low, high }: Bounds, pack: Pack): string {
  if (low?.at === NO_END) return 'none before a period has closed';
  return stretchWords(fact, { low, high: high?.at === NO_END ? undefined : high }, pack);
}

function stretchWords(fact: string, { low, high }: Bounds, pack: Pack): string {
  const withUnit = (value: number): string => describeFactValue(fact, value, pack);
  if (low !== undefined && high?.at === low.at) return withUnit(low.at);
  const least =
    low === undefined ? [] : [`${LOW[low.side]} ${high === undefined ? withUnit(low.at) : String(low.at)}`];
  const most = high === undefined ? [] : [`${HIGH[high.side]} ${withUnit(high.at)}`];
  return [...least, ...most].join(' and ') || 'any number';
}

const LOW = { before: 'at least', after: 'more than' } as const;
const HIGH = { before: 'less than', after: 'at most' } as const;
