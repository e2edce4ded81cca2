import {
  CLOCKS,
  NO_AGREEMENTS,
  REOPENINGS,
  SILENCES,
  STAGES,
  type Clock,
  type Exit,
  type NoAgreement,
  type Procedure,
  type Reopening,
  type Silence,
  type Trigger,
} from '../../src/pack/procedure.ts';
import type { Day } from '../../src/vocabulary/day.ts';
import type { Duration } from '../../src/vocabulary/duration.ts';
import type { StageLength } from '../../src/vocabulary/period.ts';
import type { Parameter } from '../../src/vocabulary/stated.ts';
import { boundOf } from './naive-days.ts';
import type { FirstRightClause } from './naive-first-right.ts';
import { alternativeOf, limitOf, type World } from './naive-world.ts';

/** One right in one completion: what its text says is asked for only once something hangs on it. */
export interface Right {
  readonly world: World;
  readonly holder: string;
  readonly procedure: Procedure;
  /** The first day on which the clause is no longer in force; infinity where it is on the request's date. */
  readonly end: Day;
  /** A length that outlasts all days that matter. */
  readonly longest: number;
  /** All that a notice may have to contain. */
  readonly contents: readonly string[];
  /** What has to be told apart of that: what notices contained, or may have contained. */
  readonly noticed: readonly (readonly string[])[];
}

export function rightOf(
  world: World,
  { procedure, holder }: FirstRightClause,
  known: Pick<Right, 'end' | 'longest' | 'contents' | 'noticed'>,
): Right {
  return { world, holder, procedure, ...known };
}

export function requiredBy(right: Right): readonly string[] {
  const { requires } = right.procedure;
  const limit = limitOf(right.world, requires);
  if (limit !== undefined) return limit.is === 'none' ? [] : limit.value;
  const variable = { key: `parameter ${requires.id}`, reportedAs: requires.id };
  return right.world.choose(variable, requirements(right));
}

/** One list for each way in which notices may be complete and not. */
function requirements({ contents, noticed }: Right): (readonly string[])[] {
  const complete = (required: readonly string[]): string =>
    noticed.map((words) => String(required.every((word) => words.includes(word)))).join();
  return [...new Map(subsets(contents).map((required) => [complete(required), required])).values()];
}

export function clockOf({ world, procedure }: Right): Clock {
  return alternativeOf(world, procedure.clock, CLOCKS);
}

export function triggerOf({ world, procedure }: Right): Trigger {
  return alternativeOf(world, procedure.trigger, STAGES);
}

export function silenceOf({ world, procedure }: Right): Silence {
  return alternativeOf(world, procedure.silence, SILENCES);
}

export function noAgreementOf({ world, procedure }: Right): NoAgreement {
  return alternativeOf(world, procedure.noAgreement, NO_AGREEMENTS);
}

export function reopeningOf({ world, procedure }: Right): Reopening {
  return alternativeOf(world, procedure.terms.reopenOn, REOPENINGS);
}

export function lastOfWindow(right: Right, from: Day): Day {
  return lastFrom(right, from, right.procedure.within);
}

export function lastOfRelease(right: Right, from: Day, exit: Exit): Day {
  return lastFrom(right, from, right.procedure.releaseFor[exit]);
}

/** The last day of talks that are asked for on a day, `undefined` where the text has none. */
export function lastOfTalks(right: Right, from: Day): Day | undefined {
  const { world, procedure, longest } = right;
  const { talks } = procedure;
  const limit = limitOf(world, talks);
  if (limit === undefined) {
    const variable = { key: `parameter ${talks.id}`, reportedAs: talks.id };
    const length = world.choose(variable, [
      ...(procedure.mayLackTalks ? ['no-talks' as const] : []),
      ...lengths(longest),
    ]);
    return length === 'no-talks' ? undefined : endAfter(right, from, length, talks.id);
  }
  if (limit.is === 'none') return right.world.request.date;
  return limit.value === 'no-talks' ? undefined : endAfter(right, from, limit.value, talks.id);
}

/** No length ends before the next day, so that of what begins now or a day before the request nothing needs to be asked. */
function lastFrom(right: Right, from: Day, length: Parameter<StageLength>): Day {
  const { world, longest } = right;
  if (from + 1 >= world.request.date) return world.request.date;
  const limit = limitOf(world, length);
  if (limit !== undefined) {
    return limit.is === 'none' ? world.request.date : endAfter(right, from, limit.value, length.id);
  }
  const variable = { key: `parameter ${length.id}`, reportedAs: length.id };
  return endAfter(right, from, world.choose(variable, lengths(longest)), length.id);
}

/**
 * The last day of a length that is counted from a day. Where a calendar does not say which, it is any on which it may be; what
 * comes after the request's date is no part of the answer.
 */
export function endAfter({ world }: Right, from: Day, length: StageLength, id: string): Day {
  const { date } = world.request;
  const earliest = Math.min(boundOf(from, length, 'earliest'), date);
  const latest = Math.min(boundOf(from, length, 'latest'), date);
  if (earliest === latest || !('calendar' in length)) return earliest;
  const days = Array.from({ length: latest - earliest + 1 }, (_, index) => earliest + index);
  const variable = {
    key: `end of ${id} ${JSON.stringify(length)} after ${String(from)}`,
    reportedAs: `calendar.${length.calendar.id}`,
  };
  return world.choose(variable, days);
}

function lengths(longest: number): Duration[] {
  return Array.from({ length: longest }, (_, index) => ({ count: index + 1, unit: 'calendar-days' }));
}

export function subsets<T>(of: readonly T[]): T[][] {
  return of.reduce<T[][]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]]);
}
