import type { Clock, Silence } from '../pack/procedure.ts';
import type { OpportunityEvent } from '../pack/request.ts';
import type { Day } from '../vocabulary/day.ts';
import { dayAfter, type Duration } from '../vocabulary/duration.ts';

/** A length of time: a number of days, `Infinity` where there is no limit, or a duration as the contract counts it. */
export type Length = number | Duration;

/** The terms of a first right with nothing left open. */
export interface Terms {
  readonly clock: Clock;
  readonly within: Length;
  readonly silence: Silence;
  readonly releaseFor: Length;
}

/** How far one opportunity has come towards honouring a first right. */
export type State =
  | { readonly is: 'must-offer' }
  | { readonly is: 'notice-incomplete' }
  | { readonly is: 'window-open'; readonly notice: Day; readonly lastDay: Day }
  | { readonly is: 'awaiting-express-refusal'; readonly lastDay: Day }
  | { readonly is: 'exercised'; readonly on: Day }
  | { readonly is: 'released'; readonly from: Day; readonly lastDay: Day }
  | { readonly is: 'release-ended'; readonly lastDay: Day }
  | { readonly is: 'signed-first'; readonly on: Day };

/** Whether each notice was complete, by its place among the events. */
export type Completeness = (eventIndex: number) => boolean;

/** Runs the procedure over events in order, up to and including a day. */
export function stateOn(
  day: Day,
  events: readonly OpportunityEvent[],
  terms: Terms,
  complete: Completeness,
): State {
  let state: State = { is: 'must-offer' };
  events.forEach((event, index) => {
    state = afterEvent(event, state, terms, () => complete(index));
  });
  return passTime(state, day, terms);
}

/** Lets time run to a day: windows close, releases end. */
export function passTime(state: State, day: Day, terms: Terms): State {
  if (state.is === 'window-open' && day > state.lastDay) {
    if (terms.silence === 'does-not-release')
      return { is: 'awaiting-express-refusal', lastDay: state.lastDay };
    return passTime(releasedFrom(state.lastDay + 1, terms), day, terms);
  }
  if (state.is === 'released' && day > state.lastDay) return { is: 'release-ended', lastDay: state.lastDay };
  return state;
}

/** True where the grantor has to give a notice before anything else can happen. */
export function isOfferDue(state: State): boolean {
  return state.is === 'must-offer' || state.is === 'notice-incomplete' || state.is === 'release-ended';
}

/** True where the holder may still answer. */
export function isAwaitingAnswer(state: State): boolean {
  return state.is === 'window-open' || state.is === 'awaiting-express-refusal';
}

/** Gives the last day of a length that is counted from a day, that day excluded. */
export function endOf(day: Day, length: Length): Day {
  return typeof length === 'number' ? day + length : dayAfter(day, length);
}

/** Gives the state in which a decline or silence frees the grantor from a day on. */
export function releasedFrom(day: Day, terms: Terms): State {
  return { is: 'released', from: day, lastDay: endOf(day, terms.releaseFor) };
}

/** Lets time run to an event's day, and the event happen. Whether a notice is complete is asked only where it matters. */
export function afterEvent(
  event: OpportunityEvent,
  before: State,
  terms: Terms,
  isComplete: () => boolean,
): State {
  const state = passTime(before, event.on, terms);
  if (event.is === 'notice') return afterNotice(event.on, state, terms, isComplete);
  if (event.is === 'signature') return afterSignature(event.on, state);
  if (!isAwaitingAnswer(state)) return state;
  if (event.is === 'decline') return releasedFrom(event.on, terms);
  return event.is === 'exercise' ? { is: 'exercised', on: event.on } : state;
}

/** Signed within a release, the deal is done and the end of the release no longer matters. */
function afterSignature(day: Day, state: State): State {
  if (state.is === 'released') return { ...state, lastDay: Infinity };
  return state.is === 'exercised' ? state : { is: 'signed-first', on: day };
}

function afterNotice(day: Day, state: State, terms: Terms, isComplete: () => boolean): State {
  if (!isOfferDue(state)) return state;
  if (!isComplete() && terms.clock === 'complete-notice-received') return { is: 'notice-incomplete' };
  return { is: 'window-open', notice: day, lastDay: endOf(day, terms.within) };
}
