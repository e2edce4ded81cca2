import type { Exit, Procedure } from '../../pack/procedure.ts';
import type { OpportunityEvent } from '../../pack/request.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { DayRange } from '../../vocabulary/period.ts';
import type { Limit, Parameter } from '../../vocabulary/stated.ts';
import type { OpportunityRecord } from '../record/opportunity-record.ts';
import { contentsThatDiffer } from './contents-that-differ.ts';
import { endsAmong, rangeOf, type Length } from './length.ts';

/** What is counted from a day, and whose end may be open where a calendar does not tell. */
export type Counted = 'window' | 'talks' | 'release' | 'limit';

/** Values of what is not known in a procedure: enough to tell apart all that can happen on a record's days. */
export interface Alternatives {
  readonly windows: () => readonly Length[];
  readonly talks: () => readonly Length[];
  readonly releases: () => readonly Length[];
  readonly contents: () => readonly (readonly string[])[];
  /** Days that turn something if a stage ends on them, or on the day before. */
  readonly turnsOf: (stage: Counted) => readonly Day[];
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
  const turnsOf = turnsFor(procedure, daysThatMatter(record, ends));
  const windowStarts = startsOfWindows(events);
  const talkStarts = daysOf(events, 'interest');
  const windows = once(() => turningLengths(windowStarts, turnsOf('window')));
  const talks = once(() => turningLengths(talkStarts, turnsOf('talks')));
  const ofWindows = (): readonly Length[] =>
    lengthsOf(procedure.within, () => (windowStarts.length > 1 ? windows() : [1]));
  const givenBefore = onceFor((received) => daysGiven(received, ofWindows(), turnsOf('window')));
  const givenStarts = (): readonly Day[] =>
    mayCountFromGiving(procedure) ? daysOfUnknownGiving(events).flatMap(givenBefore) : [];
  const releases = once(() => {
    const starts = [
      ...daysOf(events, 'decline'),
      ...daysOf(events, 'exercise'),
      ...endsFrom(windowStarts, lengthsOf(procedure.within, windows), turnsOf('window')),
      ...oneInEachPlace(
        endsFrom(givenStarts(), lengthsOf(procedure.within, windows), turnsOf('window')),
        turnsOf('release'),
      ),
      ...endsFrom(talkStarts, lengthsOf(procedure.talks, talks), turnsOf('talks')),
    ];
    return turningLengths(starts, turnsOf('release'));
  });
  const contents = once(() => contentsThatDiffer(procedure.requires, events));
  return { windows, talks, releases, contents, givenBefore, turnsOf };
}

/** The days that matter, and for what is followed by a release those from which one may last until such a day. */
function turnsFor(procedure: Procedure, days: readonly Day[]): Alternatives['turnsOf'] {
  const withReleases = (...exits: readonly Exit[]): readonly Day[] => [
    ...days,
    ...exits.flatMap((exit) => startsThatReach(days, statedLengths(procedure.releaseFor[exit]))),
  ];
  const turns: Readonly<Record<Counted, () => readonly Day[]>> = {
    window: once(() => withReleases('declined', 'silent')),
    talks: once(() => withReleases('noAgreement')),
    release: () => days,
    limit: () => days,
  };
  return (stage) => turns[stage]();
}

/** Days on which lengths that are counted from some day may end. */
function endsFrom(starts: readonly Day[], lengths: readonly Length[], turns: readonly Day[]): readonly Day[] {
  return starts.flatMap((day) => lengths.flatMap((length) => endsAmong(turns, rangeOf(day, length))));
}

/** Days at whose start it is asked how far a deal has come. */
function daysThatMatter({ events, completeTo, to }: OpportunityRecord, ends: readonly Day[]): readonly Day[] {
  const gap = completeTo < to ? [completeTo + 1] : [];
  return [
    ...new Set([...events.map((event) => event.on), ...gap, ...ends.flatMap((day) => [day - 1, day]), to]),
  ];
}

/** The first days from which each of these lengths lasts, or may last, until one of the days. */
function startsThatReach(days: readonly Day[], lengths: readonly Length[]): readonly Day[] {
  const finite = lengths.filter((length) => length !== Infinity);
  return finite.flatMap((length) =>
    (['earliest', 'latest'] as const).flatMap((bound) =>
      days.map((day) => firstReaching(day, length, bound)),
    ),
  );
}

/** The first day that, counted on by a length, reaches a day. */
function firstReaching(day: Day, length: Length, bound: keyof DayRange): Day {
  let [before, reaching] = [day - LONGEST, day];
  while (reaching - before > 1) {
    const middle = Math.floor((before + reaching) / 2);
    if (rangeOf(middle, length)[bound] >= day) reaching = middle;
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
 * Days on which a notice may have been given that was received on a day: enough for a window of each length to end on either
 * side of each of `ends`.
 */
function daysGiven(received: Day, lengths: readonly Length[], ends: readonly Day[]): readonly Day[] {
  const turns = startsThatReach([...ends, received], lengths).flatMap((day) => [day - 1, day]);
  const earlier = turns.filter((day) => day < received);
  return [...new Set([received, ...earlier, received - LONG_BEFORE])];
}

/** So long before it was received that a window of a day is over. */
const LONG_BEFORE = 2;

function mayCountFromGiving({ clock: { stated } }: Procedure): boolean {
  return stated.is !== 'set' || stated.value === 'notice-given';
}

/** The days of receipt of notices of which nobody recorded when they were given. */
function daysOfUnknownGiving(events: readonly OpportunityEvent[]): readonly Day[] {
  return events.flatMap((event) => (event.is === 'notice' && event.given === undefined ? [event.on] : []));
}

/** Days from which a window may be counted. */
function startsOfWindows(events: readonly OpportunityEvent[]): readonly Day[] {
  const given = events.flatMap((event) => (event.is === 'notice' ? (event.given ?? []) : []));
  return [...new Set([...daysOf(events, 'notice'), ...given, ...daysOf(events, 'information')])];
}

/** Of days that lie alike about others, the first: from any of them an open length reaches the same. */
function oneInEachPlace(found: readonly Day[], days: readonly Day[]): readonly Day[] {
  const placeOf = (day: Day): string => days.map((each) => Math.sign(day - each)).join();
  const byPlace = new Map(found.toSorted((one, other) => other - one).map((day) => [placeOf(day), day]));
  return [...byPlace.values()];
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

/** Works a list out for each day only when it is first asked for. */
function onceFor(find: (day: Day) => readonly Day[]): (day: Day) => readonly Day[] {
  const found = new Map<Day, readonly Day[]>();
  return (day) => {
    const days = found.get(day) ?? find(day);
    found.set(day, days);
    return days;
  };
}

function once<T>(find: () => T): () => T {
  let found: { readonly value: T } | undefined;
  return () => (found ??= { value: find() }).value;
}
