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
import type { Parameter } from '../../vocabulary/stated.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { Duration } from '../../vocabulary/duration.ts';
import { parameterQuestion, wordQuestion, type Ask } from '../questions/question.ts';
import type { Alternatives } from './alternatives.ts';
import { endOf, type Length } from './length.ts';

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
export function lastDayOfWindow({ procedure, ask, alternatives }: Terms, from: Day): Day {
  return endOf(from, ask(lengthQuestion(procedure.within, alternatives.windows())));
}

/** Gives the last day on which an exit that took effect on a day still frees the grantor. */
export function lastDayOfRelease({ procedure, ask, alternatives }: Terms, exit: Exit, from: Day): Day {
  return endOf(from, ask(lengthQuestion(procedure.releaseFor[exit], alternatives.releases())));
}

/** Gives how long the parties talk; `no-talks` where an interest of the holder is no answer. */
export function lengthOfTalks({ procedure, ask, alternatives }: Terms): Length | 'no-talks' {
  return ask(
    parameterQuestion<Duration | 'no-talks', Length | 'no-talks'>(
      procedure.talks,
      ['no-talks', ...alternatives.talks()],
      (limit) => (limit.is === 'none' ? Infinity : limit.value),
    ),
  );
}

function lengthQuestion(parameter: Parameter<Duration>, alternatives: readonly Length[]) {
  return parameterQuestion<Duration, Length>(parameter, alternatives, (limit) =>
    limit.is === 'none' ? Infinity : limit.value,
  );
}
