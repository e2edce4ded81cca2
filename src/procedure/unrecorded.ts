import type { Day } from '../vocabulary/day.ts';
import {
  endOf,
  isAwaitingAnswer,
  isOfferDue,
  passTime,
  releasedFrom,
  type State,
  type Terms,
} from './first-right.ts';

/**
 * Gives every state, to the kind, that events after the end of the record may have led to by `day`. The state is the
 * one at the end of `recordedTo`, and no event is recorded between the two days.
 */
export function statesReachable(state: State, recordedTo: Day, day: Day, terms: Terms): readonly State[] {
  const untouched = passTime(state, day, terms);
  if (recordedTo >= day || isFinal(state)) return [untouched];
  if (isOfferDue(passTime(state, recordedTo + 1, terms))) return [untouched, ...fromOfferDue(day, terms)];
  if (state.is === 'released')
    return releaseRunsOut(state.lastDay, day) ? [untouched, ...fromOfferDue(day, terms)] : [untouched];
  const answered = isAwaitingAnswer(passTime(state, recordedTo + 1, terms))
    ? fromAwaitingAnswer(state, recordedTo, day, terms)
    : [];
  const offeredAgain = untouched.is === 'release-ended' ? fromOfferDue(day, terms) : [];
  return [untouched, ...answered, ...offeredAgain];
}

/** Nothing that happens later changes these. */
function isFinal(state: State): boolean {
  if (state.is === 'released') return state.lastDay === Infinity;
  return state.is === 'exercised' || state.is === 'signed-first';
}

/** Where an offer is due, a single day is enough for a notice and any answer to it, or for a signature. */
function fromOfferDue(day: Day, terms: Terms): State[] {
  return [
    { is: 'window-open', notice: day, lastDay: endOf(day, terms.within) },
    releasedFrom(day, terms),
    { is: 'exercised', on: day },
    { is: 'signed-first', on: day },
  ];
}

function fromAwaitingAnswer(state: State, recordedTo: Day, day: Day, terms: Terms): State[] {
  const lastAnswer =
    state.is === 'window-open' && terms.silence !== 'does-not-release' ? Math.min(state.lastDay, day) : day;
  const states: State[] = [
    { is: 'exercised', on: lastAnswer },
    passTime(releasedFrom(lastAnswer, terms), day, terms),
    { is: 'signed-first', on: lastAnswer },
  ];
  const earliestRelease = passTime(releasedFrom(recordedTo + 1, terms), day, terms);
  return earliestRelease.is === 'release-ended'
    ? [...states, earliestRelease, ...fromOfferDue(day, terms)]
    : states;
}

function releaseRunsOut(lastDay: Day, day: Day): boolean {
  return lastDay < day;
}
