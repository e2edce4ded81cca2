import {
  CLOCKS,
  EXERCISE_EFFECTS,
  MATCH_STANDARDS,
  NO_AGREEMENTS,
  PART_RULES,
  REOPENINGS,
  SHORTFALLS,
  SILENCES,
  STAGES,
  type Exit,
  type Procedure,
} from '../../pack/procedure.ts';
import { calendarId } from '../../pack/unknown-ids.ts';
import type { Parameter } from '../../vocabulary/stated.ts';
import { isoFromDay, type Day } from '../../vocabulary/day.ts';
import { textOfPeriod } from '../../vocabulary/offset.ts';
import type { StageLength } from '../../vocabulary/period.ts';
import { parameterQuestion, wordQuestion, type Ask } from '../questions/question.ts';
import type { Alternatives, Counted } from './alternatives.ts';
import { endsAmong, rangeOf, type Length } from './length.ts';

/** The terms of a first right, each asked for when it is first needed. */
export interface Terms {
  readonly procedure: Procedure;
  readonly ask: Ask;
  /** First day on which the clause is out of force; `Infinity` while it is in force. */
  readonly outOfForce: Day;
  readonly alternatives: Alternatives;
}

/** Gives one of the words that a stage may be settled by. */
export const wordOf = {
  trigger: ({ procedure, ask }: Terms) => ask(wordQuestion(procedure.trigger, STAGES)),
  clock: ({ procedure, ask }: Terms) => ask(wordQuestion(procedure.clock, CLOCKS)),
  silence: ({ procedure, ask }: Terms) => ask(wordQuestion(procedure.silence, SILENCES)),
  part: ({ procedure, ask }: Terms) => ask(wordQuestion(procedure.part, PART_RULES)),
  match: ({ procedure, ask }: Terms) => ask(wordQuestion(procedure.match, MATCH_STANDARDS)),
  fallsShort: ({ procedure, ask }: Terms) => ask(wordQuestion(procedure.fallsShort, SHORTFALLS)),
  effect: ({ procedure, ask }: Terms) => ask(wordQuestion(procedure.effect, EXERCISE_EFFECTS)),
  noAgreement: ({ procedure, ask }: Terms) => ask(wordQuestion(procedure.noAgreement, NO_AGREEMENTS)),
  reopenOn: ({ procedure, ask }: Terms) => ask(wordQuestion(procedure.terms.reopenOn, REOPENINGS)),
} as const;

/** Gives the last day of a response window that is counted from a day. */
export function lastDayOfWindow(terms: Terms, from: Day): Day {
  const { procedure, ask, alternatives } = terms;
  const length = ask(lengthQuestion(procedure.within, alternatives.windows()));
  return lastDayOf(length, from, procedure.within.id, 'window', terms);
}

/** Gives the last day on which an exit still frees the grantor, counted from a day that does not count itself. */
export function lastDayOfRelease(terms: Terms, exit: Exit, from: Day): Day {
  const { procedure, ask, alternatives } = terms;
  const parameter = procedure.releaseFor[exit];
  const length = ask(lengthQuestion(parameter, alternatives.releases()));
  return lastDayOf(length, from, parameter.id, 'release', terms);
}

/** Gives the last day of talks that are counted from a day. */
export function lastDayOfTalks(length: Length, from: Day, terms: Terms): Day {
  return lastDayOf(length, from, terms.procedure.talks.id, 'talks', terms);
}

/** Gives the last day on which a notice of a day still counts against a limit on their number. */
export function lastDayOfLimit(period: StageLength, from: Day, terms: Terms): Day {
  return lastDayOf(period, from, `${terms.procedure.clock.id} at-most`, 'limit', terms);
}

/** Where days count that a calendar does not cover, it is asked on which day a length ends, of those on which it may. */
function lastDayOf(length: Length, from: Day, id: string, stage: Counted, { ask, alternatives }: Terms): Day {
  const range = rangeOf(from, length);
  if (typeof length === 'number' || range.earliest === range.latest) return range.earliest;
  if (!('calendar' in length)) return range.earliest;
  const days = endsAmong(alternatives.turnsOf(stage), range);
  return ask<Day>({
    is: 'record',
    key: `end of ${id}, ${textOfPeriod(length)} after ${isoFromDay(from)}`,
    reportedAs: calendarId(length.calendar.id),
    answers: days.map((day) => ({ label: `the last day is ${isoFromDay(day)}`, value: day })),
  });
}

/** Gives how long the parties talk; `no-talks` where an interest of the holder is no answer. */
export function lengthOfTalks({ procedure, ask, alternatives }: Terms): Length | 'no-talks' {
  return ask(
    parameterQuestion<StageLength | 'no-talks', Length | 'no-talks'>(
      procedure.talks,
      [...(procedure.mayLackTalks ? (['no-talks'] as const) : []), ...alternatives.talks()],
      (limit) => (limit.is === 'none' ? Infinity : limit.value),
    ),
  );
}

function lengthQuestion(parameter: Parameter<StageLength>, alternatives: readonly Length[]) {
  return parameterQuestion<StageLength, Length>(parameter, alternatives, (limit) =>
    limit.is === 'none' ? Infinity : limit.value,
  );
}
