import type { Procedure } from '../../pack/procedure.ts';
import { limitOf, type Settlement } from '../../pack/settlement.ts';
import type { State } from '../../procedure/states/state.ts';
import type { Day } from '../../vocabulary/day.ts';
import { dayAfterOn, type StageLength } from '../../vocabulary/period.ts';
import type { Parameter } from '../../vocabulary/stated.ts';

/** A day that follows from a state of a procedure, and the parameters that it was counted by. */
export interface CountedDay {
  readonly day: Day;
  readonly by: readonly Parameter<unknown>[];
}

/** Gives the last day to answer a notice, where the window is known and ends. */
export function lastDayToAnswer(
  from: Day,
  { within }: Procedure,
  settlement: Settlement,
): CountedDay | undefined {
  return counted(from, within, settlement);
}

/** Gives the last day of talks that began on a day, where their length is known and they end. */
export function lastDayOfTalks(
  from: Day,
  { talks }: Procedure,
  settlement: Settlement,
): CountedDay | undefined {
  const limit = limitOf(talks, settlement);
  if (limit?.is !== 'set' || limit.value === 'no-talks') return undefined;
  return ended(from, limit.value, talks);
}

/** Gives the last day on which a state still frees the grantor, where that is known and ends. */
export function lastDayReleased(
  state: State,
  { releaseFor }: Procedure,
  settlement: Settlement,
): CountedDay | undefined {
  if (state.is === 'partly-exercised' && !state.signed)
    return counted(state.on, releaseFor.declined, settlement);
  if (state.is !== 'released' || state.by === 'exercise') return undefined;
  return counted(state.countedFrom, releaseFor[state.by], settlement);
}

/** Gives the first day on which silence frees the grantor after a notice that is counted from a day. */
export function freeIfSilent(
  from: Day,
  procedure: Procedure,
  settlement: Settlement,
): CountedDay | undefined {
  const silence = limitOf(procedure.silence, settlement);
  const last = lastDayToAnswer(from, procedure, settlement);
  if (last === undefined || silence?.is !== 'set' || silence.value === 'does-not-release') return undefined;
  return { day: last.day + 1, by: [...last.by, procedure.silence] };
}

/** Gives the first day on which talks without an agreement free the grantor. */
export function freeWithoutAgreement(
  from: Day,
  procedure: Procedure,
  settlement: Settlement,
): CountedDay | undefined {
  const rule = limitOf(procedure.noAgreement, settlement);
  const last = lastDayOfTalks(from, procedure, settlement);
  if (last === undefined || rule?.is !== 'set' || rule.value === 'does-not-release') return undefined;
  return { day: last.day + 1, by: [...last.by, procedure.noAgreement] };
}

function counted(
  from: Day,
  parameter: Parameter<StageLength>,
  settlement: Settlement,
): CountedDay | undefined {
  const limit = limitOf(parameter, settlement);
  return limit?.is === 'set' ? ended(from, limit.value, parameter) : undefined;
}

/** Where a calendar does not cover all that is counted, there is no day to give. */
function ended(from: Day, length: StageLength, parameter: Parameter<unknown>): CountedDay | undefined {
  const day = Number.isFinite(from) ? dayAfterOn(length, from) : undefined;
  return day === undefined ? undefined : { day, by: [parameter] };
}
