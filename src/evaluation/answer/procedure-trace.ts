import { firstRightOf } from '../../procedure/record/first-right-clause.ts';
import type { State } from '../../procedure/states/state.ts';
import type { Procedure } from '../../pack/procedure.ts';
import type { Settlement } from '../../pack/settlement.ts';
import { isoFromDay, type Day } from '../../vocabulary/day.ts';
import type { ClauseFinding } from '../clauses/find-clause.ts';
import type { ProcedureTrace } from '../trace.ts';
import { lastDayOfTalks, lastDayReleased, lastDayToAnswer } from './procedure-days.ts';

/** Writes how far the procedure of a first right has come, with the days that the record and its known terms fix. */
export function procedureTrace(
  { clause, states }: ClauseFinding,
  settlement: Settlement,
  missingContents: readonly string[],
): ProcedureTrace {
  const [first] = states;
  const isOne = first !== undefined && states.every((state) => state.is === first.is);
  return {
    states: [...new Set(states.map((state) => state.is))],
    ...(missingContents.length > 0 && { missingContents }),
    ...(isOne && daysOfAll(states, firstRightOf(clause).procedure, settlement)),
  };
}

type Days = Partial<ProcedureTrace>;

/** Days that are the same in every state: what differs is not known. */
function daysOfAll(states: readonly State[], procedure: Procedure, settlement: Settlement): Days {
  const [first = {}, ...others] = states.map((state) => daysIn(state, procedure, settlement));
  const agreed = Object.entries(first).filter(([key, value]) =>
    others.every((days) => JSON.stringify(days[key as keyof Days]) === JSON.stringify(value)),
  );
  return Object.fromEntries(agreed);
}

/** The days that go with each state, where any do. */
type DaysOf = { readonly [Is in State['is']]?: (state: Extract<State, { is: Is }>) => Days };

function daysIn(state: State, procedure: Procedure, settlement: Settlement): Days {
  const daysOf: DaysOf = {
    'window-open': ({ since, from }) => ({
      ...day('noticeReceived', since),
      ...day('lastResponseDay', lastDayToAnswer(from, procedure, settlement)?.day),
    }),
    'awaiting-express-refusal': ({ from }) =>
      day('lastResponseDay', lastDayToAnswer(from, procedure, settlement)?.day),
    'in-talks': ({ from }) => ({
      ...day('talksSince', from),
      ...day('lastDayOfTalks', lastDayOfTalks(from, procedure, settlement)?.day),
    }),
    released: (released) => ({
      ...day('releasedFrom', released.from),
      ...day('releasedUntil', lastDayReleased(released, procedure, settlement)?.day),
    }),
    'partly-exercised': (taken) => ({
      ...day('on', taken.on),
      rest: { fact: taken.fact, value: taken.rest },
      ...day('releasedUntil', lastDayReleased(taken, procedure, settlement)?.day),
    }),
    exercised: ({ on }) => day('on', on),
    'signed-first': ({ on }) => day('on', on),
    'signed-in-time': ({ on }) => day('on', on),
  };
  const find = daysOf[state.is] as ((state: State) => Days) | undefined;
  return find?.(state) ?? {};
}

function day(key: keyof ProcedureTrace, value: Day | undefined): Days {
  return value !== undefined && Number.isFinite(value) ? { [key]: isoFromDay(value) } : {};
}
