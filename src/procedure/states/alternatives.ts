import type { Exit, Procedure } from '../../pack/procedure.ts';
import type { OpportunityEvent } from '../../pack/request.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { Limit, Parameter } from '../../vocabulary/stated.ts';
import type { OpportunityRecord } from '../record/opportunity-record.ts';
import { contentsThatDiffer } from './contents-that-differ.ts';
import { endOf, type Length } from './length.ts';

/** Values of what is not known in a procedure: enough to tell apart all that can happen on a record's days. */
export interface Alternatives {
  readonly windows: () => readonly Length[];
  readonly talks: () => readonly Length[];
  readonly releases: () => readonly Length[];
  readonly contents: () => readonly (readonly string[])[];
  /** Days on which a notice may have been given that was received on a day. */
  readonly givenBefore: (received: Day) => readonly Day[];
}

/**
 * Gives the values that turn something on the days of a record, each list worked out when it is first asked for. `ends` are
 * the days from which the clause may have been out of force.
 */
export function alternativesFor(
  procedure: Procedure,
  record: OpportunityRecord,
  ends: readonly Day[],
): Alternatives {
  const { events } = record;
  const days = daysThatMatter(record, ends);
  // A release begins on the day after the last of the window or of the talks.
  const endsBeforeRelease = (...exits: readonly Exit[]): readonly Day[] =>
    exits.flatMap((exit) =>
      startsThatReach(days, statedLengths(procedure.releaseFor[exit])).map((first) => first - 1),
    );
  const windowEnds = once(() => [...days, ...endsBeforeRelease('declined', 'silent')]);
  const givenBefore = (received: Day): readonly Day[] =>
    daysGiven(received, statedLengths(procedure.within), windowEnds());
  const windowStarts = startsOfWindows(events);
  const talkStarts = daysOf(events, 'interest');
  const windows = once(() => turningLengths(windowStarts, windowEnds()));
  const talks = once(() => turningLengths(talkStarts, [...days, ...endsBeforeRelease('noAgreement')]));
  const releases = once(() => {
    const overAt = (starts: readonly Day[], parameter: Parameter<unknown>, open: () => readonly Length[]) =>
      starts.flatMap((day) => lengthsOf(parameter, open).map((length) => endOf(day, length) + 1));
    const starts = [
      ...daysOf(events, 'decline'),
      ...daysOf(events, 'exercise'),
      ...overAt(windowStarts, procedure.within, windows),
      ...overAt(talkStarts, procedure.talks, talks),
    ];
    return turningLengths(starts, days);
  });
  const contents = once(() => contentsThatDiffer(procedure.requires, events));
  return { windows, talks, releases, contents, givenBefore };
}

/** Days at whose start it is asked how far a deal has come. */
function daysThatMatter({ events, completeTo, to }: OpportunityRecord, ends: readonly Day[]): readonly Day[] {
  const gap = completeTo < to ? [completeTo + 1] : [];
  return [
    ...new Set([...events.map((event) => event.on), ...gap, ...ends.flatMap((day) => [day - 1, day]), to]),
  ];
}

/** The first days from which each of these lengths lasts until one of the days. */
function startsThatReach(days: readonly Day[], lengths: readonly Length[]): readonly Day[] {
  const finite = lengths.filter((length) => length !== Infinity);
  return finite.flatMap((length) => days.map((day) => firstReaching(day, length)));
}

/** The first day that, counted on by a length, reaches a day. */
function firstReaching(day: Day, length: Length): Day {
  let [before, reaching] = [day - LONGEST, day];
  while (reaching - before > 1) {
    const middle = Math.floor((before + reaching) / 2);
    if (endOf(middle, length) >= day) reaching = middle;
    else before = middle;
  }
  return reaching;
}

/** More days than any length has. */
const LONGEST = 40_000;

/** Lengths from 1 on, counted from one of `starts`, one for each way in which the end may lie about `days`. */
function turningLengths(starts: readonly Day[], days: readonly Day[]): readonly Length[] {
  const found = starts.flatMap((start) => days.map((day) => day - start));
  const turns = [...new Set([1, ...found])].filter((length) => length >= 1 && length < Infinity);
  return [...turns.toSorted((one, other) => one - other), Infinity];
}

/**
 * Days on which a notice may have been given that was received on a day: enough for a window to end on either side of each
 * of `ends`. Where its length is open any end is reached from the day of receipt, but one before it.
 */
function daysGiven(received: Day, lengths: readonly Length[], ends: readonly Day[]): readonly Day[] {
  const turns = startsThatReach([...ends, received], lengths).flatMap((day) => [day - 1, day]);
  const earlier = turns.filter((day) => day < received);
  return [...new Set([received, ...earlier, received - LONG_BEFORE])];
}

/** So long before it was received that a window of a day is over. */
const LONG_BEFORE = 2;

/** Days from which a window may be counted. */
function startsOfWindows(events: readonly OpportunityEvent[]): readonly Day[] {
  const given = events.flatMap((event) => (event.is === 'notice' ? (event.given ?? []) : []));
  return [...new Set([...daysOf(events, 'notice'), ...given, ...daysOf(events, 'information')])];
}

/** Every length that a parameter may have. */
function lengthsOf(parameter: Parameter<unknown>, open: () => readonly Length[]): readonly Length[] {
  const { stated } = parameter;
  const isOpen =
    stated.is === 'unknown' ||
    stated.is === 'assumed' ||
    (stated.is === 'by-reading' && Object.values(stated.of).some((limit) => limit.is === 'unknown'));
  return [...statedLengths(parameter), ...(isOpen ? open() : [])];
}

/** The lengths that a text gives a parameter on some reading, or that are assumed. */
function statedLengths({ stated }: Parameter<unknown>): readonly Length[] {
  if (stated.is === 'unknown') return [];
  if (stated.is === 'assumed') return lengthIn(stated.limit);
  if (stated.is !== 'by-reading') return lengthIn(stated);
  return Object.values(stated.of).flatMap((limit) => (limit.is === 'unknown' ? [] : lengthIn(limit)));
}

function lengthIn(limit: Limit<unknown>): readonly Length[] {
  if (limit.is === 'none') return [Infinity];
  return typeof limit.value === 'object' ? [limit.value as Exclude<Length, number>] : [];
}

function daysOf(events: readonly OpportunityEvent[], kind: OpportunityEvent['is']): readonly Day[] {
  return events.flatMap((event) => (event.is === kind ? [event.on] : []));
}

function once<T>(find: () => T): () => T {
  let found: { readonly value: T } | undefined;
  return () => (found ??= { value: find() }).value;
}
