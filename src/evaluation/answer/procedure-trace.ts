import type { State } from '../../procedure/first-right.ts';
import { isoFromDay, type Day } from '../../vocabulary/day.ts';
import type { ClauseFinding } from '../clauses/find-clause.ts';
import type { ProcedureTrace } from '../trace.ts';

/** Writes where a first right stands, with the days of its windows where that is one state and no other. */
export function procedureTrace(
  { states }: ClauseFinding,
  missingContents: readonly string[],
): ProcedureTrace {
  const [first] = states;
  return {
    states: [...new Set(states.map((state) => state.is))],
    ...(missingContents.length > 0 && { missingContents }),
    ...(first !== undefined && states.every((state) => state.is === first.is) && daysIn(first)),
  };
}

function daysIn(state: State): Partial<ProcedureTrace> {
  switch (state.is) {
    case 'window-open':
      return { noticeReceived: isoFromDay(state.notice), ...day('lastResponseDay', state.lastDay) };
    case 'awaiting-express-refusal':
      return day('lastResponseDay', state.lastDay);
    case 'released':
      return { ...day('releasedFrom', state.from), ...day('releasedUntil', state.lastDay) };
    case 'release-ended':
      return day('releasedUntil', state.lastDay);
    case 'exercised':
    case 'signed-first':
      return day('on', state.on);
    case 'must-offer':
    case 'notice-incomplete':
      return {};
  }
}

function day(key: keyof ProcedureTrace, value: Day): Partial<ProcedureTrace> {
  return Number.isFinite(value) ? { [key]: isoFromDay(value) } : {};
}
