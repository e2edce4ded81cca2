import { dateVariable } from '../../diagram/compile/date-variable.ts';
import { tailsOf } from '../../diagram/variables/tails.ts';
import { periodsOf } from '../../measure/periods.ts';
import type { Pack } from '../../pack/pack.ts';
import { procedureParameters } from '../../pack/procedure-parameters.ts';
import type { Request } from '../../pack/request.ts';
import { stageLengthsIn } from '../../pack/stage-lengths.ts';
import type { Day } from '../../vocabulary/day.ts';
import { dayAfter } from '../../vocabulary/duration.ts';
import type { Measure } from '../../vocabulary/measure.ts';
import { dayAt, textOfPeriod } from '../../vocabulary/offset.ts';
import { rangeAfter, type StageLength } from '../../vocabulary/period.ts';

/** So many later days are looked at, the earliest; a result that left some out says so. */
const MOST_DAYS = 60;

/** The days after that of a request on which an answer can turn, whatever else is changed that day or before. */
export interface LaterDays {
  readonly days: readonly Day[];
  /** The first day that was left out, where there were too many. */
  readonly leftOutFrom?: Day;
}

/** Finds the days after that of a request on which something may begin, end, run out or be counted anew. */
export function laterDays(pack: Pack, request: Request): LaterDays {
  const found = [
    ...dateVariable(pack).turns,
    ...daysAfterFacts(pack, request),
    ...daysOfDeals(pack, request),
    ...pack.facts.flatMap(({ measure }) => (measure === undefined ? [] : daysOfMeasure(measure, request))),
  ];
  const later = found.filter((day) => Number.isFinite(day) && day > request.date);
  const days = [...new Set(later)].toSorted((one, other) => one - other);
  const leftOutFrom = days[MOST_DAYS];
  return { days: days.slice(0, MOST_DAYS), ...(leftOutFrom !== undefined && { leftOutFrom }) };
}

/** What is counted from a fact's day: the one stated, or the day of the request, if it should happen on that. */
function daysAfterFacts(pack: Pack, { facts, date }: Request): readonly Day[] {
  return tailsOf(pack).flatMap(({ base, offset }) => {
    if (!('fact' in base)) return [];
    const stated = Object.hasOwn(facts, base.fact) ? facts[base.fact] : undefined;
    const days = typeof stated === 'number' ? [stated, date] : [date];
    return days.map((day) => dayAt(day, offset));
  });
}

/** The ends of windows, talks and releases that are counted from what is on record, or done on the day of the request. */
function daysOfDeals({ clauses }: Pack, { opportunity, date }: Request): readonly Day[] {
  const events = opportunity?.events ?? [];
  const given = events.flatMap((event) => (event.is === 'notice' ? (event.given ?? []) : []));
  const starts = [...new Set([date, ...events.map(({ on }) => on), ...given])];
  const lengths = clauses.flatMap(({ procedure }) =>
    procedure === undefined ? [] : procedureParameters(procedure).flatMap(stageLengthsIn),
  );
  const distinct = [...new Map(lengths.map((each) => [textOfPeriod(each), each])).values()];
  return [...starts, ...starts.flatMap((start) => distinct.flatMap((length) => daysBeyond(length, start)))];
}

/** The days after the last of a length; two, where its calendar does not tell which day is the last. */
function daysBeyond(length: StageLength, start: Day): readonly Day[] {
  const { earliest, latest } = rangeAfter(length, start);
  return [earliest + 1, latest + 1];
}

/** The next days on which a period begins or closes; in a trailing one those on which something on record falls out of it. */
function daysOfMeasure(measure: Measure, { happened, date }: Request): readonly Day[] {
  const { over, closesAfter } = measure;
  if (over.is === 'trailing') {
    return (happened?.entries ?? []).map(({ on }) => dayAfter(on, over.lasting) + 1);
  }
  if (over.is === 'since') return [];
  const step = over.is === 'every' ? over.step : MONTHS_OF[over.unit];
  const ahead = { count: step.count * PERIODS_AHEAD, unit: step.unit };
  const closed = periodsOf(
    { ...withoutClosing(measure), in: { is: 'highest-closed' } },
    dayAfter(date, ahead),
  );
  const turns = closed.flatMap(({ from, to }) => [
    from,
    to + 1,
    ...(closesAfter === undefined ? [] : [dayAfter(to, closesAfter) + 1]),
  ]);
  return turns.filter((day) => day > date).slice(0, 2 * PERIODS_AHEAD);
}

/** The limits of a measure start anew with each period: what the next few bring, later ones bring again. */
const PERIODS_AHEAD = 3;

const MONTHS_OF = {
  month: { count: 1, unit: 'months' },
  quarter: { count: 3, unit: 'months' },
  year: { count: 12, unit: 'months' },
} as const;

function withoutClosing(measure: Measure): Measure {
  const { closesAfter: _, ...rest } = measure;
  return rest;
}
