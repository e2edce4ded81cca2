import { firstRightOf } from '../../procedure/record/first-right-clause.ts';
import type { State } from '../../procedure/states/state.ts';
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
    ...(isOne && daysIn(first, firstRightOf(clause).procedure, settlement)),
  };
}

type Days = Partial<ProcedureTrace>;

function daysIn(
  state: State,
  procedure: Parameters<typeof lastDayToAnswer>[1],
  settlement: Settlement,
): Days {
  switch (state.is) {
    case 'window-open':
      return {
        ...day('noticeReceived', state.since),
        ...day('lastResponseDay', lastDayToAnswer(state.from, procedure, settlement)?.day),
      };
    case 'awaiting-express-refusal':
      return day('lastResponseDay', lastDayToAnswer(state.from, procedure, settlement)?.day);
    case 'in-talks':
      return {
        ...day('talksSince', state.from),
        ...day('lastDayOfTalks', lastDayOfTalks(state.from, procedure, settlement)?.day),
      };
    case 'released':
      return {
        ...day('releasedFrom', state.from),
        ...day('releasedUntil', lastDayReleased(state, procedure, settlement)?.day),
      };
    case 'partly-exercised':
      return {
        ...day('on', state.on),
        rest: { fact: state.fact, value: state.rest },
        ...day('releasedUntil', lastDayReleased(state, procedure, settlement)?.day),
      };
    case 'exercised':
    case 'signed-first':
    case 'signed-in-time':
      return day('on', state.on);
    default:
      return {};
  }
}

function day(key: keyof ProcedureTrace, value: Day | undefined): Days {
  return value !== undefined && Number.isFinite(value) ? { [key]: isoFromDay(value) } : {};
}
