import type { Exit } from '../../pack/procedure.ts';
import type { Day } from '../../vocabulary/day.ts';
import { CONTRADICTION } from '../questions/ways-of.ts';
import { isOfferDue, type Standing, type State } from './state.ts';
import {
  lastDayOfRelease,
  lastDayOfTalks,
  lastDayOfWindow,
  lengthOfTalks,
  wordOf,
  type Terms,
} from './terms.ts';

/** Lets time run to the start of a day: windows close, talks and releases end, and so may the clause. */
export function passTime(standing: Standing, day: Day, terms: Terms): Standing {
  let { state } = standing;
  for (let next = later(state, day, terms); next !== state; next = later(state, day, terms)) state = next;
  return state === standing.state ? standing : { ...standing, state };
}

/** One step that time takes by itself, if any is due before a day. */
function later(state: State, day: Day, terms: Terms): State {
  if (day >= terms.outOfForce && (isOfferDue(state) || state.is === 'not-triggered')) return { is: 'ended' };
  if (state.is === 'window-open') return afterWindow(state, day, terms);
  if (state.is === 'in-talks') return afterTalks(state, state.from, day, terms);
  return isReleaseOver(state, day, terms) ? { is: 'release-ended' } : state;
}

/** True where a state frees the grantor no longer; what was signed in time, or freed by an exercise, is free for good. */
function isReleaseOver(state: State, day: Day, terms: Terms): boolean {
  if (state.is === 'released' && state.by !== 'exercise') {
    return day > state.from && day > lastDayOfRelease(terms, state.by, state.countedFrom);
  }
  if (state.is !== 'partly-exercised' || state.signed) return false;
  return day > state.on && day > lastDayOfRelease(terms, 'declined', state.on);
}

function afterWindow(state: Extract<State, { is: 'window-open' }>, day: Day, terms: Terms): State {
  const { from, since } = state;
  if (day <= since) return state;
  const last = lastDayOfWindow(terms, from);
  if (day <= last) return state;
  const silence = wordOf.silence(terms);
  if (silence === 'does-not-release') return { is: 'awaiting-express-refusal', from };
  return releasedAfter(last, silence === 'declines' ? 'declined' : 'silent');
}

function afterTalks(state: State, from: Day, day: Day, terms: Terms): State {
  if (day <= from) return state;
  const length = lengthOfTalks(terms);
  if (length === 'no-talks') throw CONTRADICTION;
  const last = lastDayOfTalks(length, from, terms);
  if (day <= last) return state;
  if (wordOf.noAgreement(terms) === 'does-not-release') return { is: 'deadlocked' };
  return releasedAfter(last, 'noAgreement');
}

/** What has run out frees from the next day on, and how long is counted from its own last day. */
function releasedAfter(last: Day, by: Exit): State {
  return { is: 'released', by, from: last + 1, countedFrom: last };
}
