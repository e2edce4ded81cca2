import { STAGES, type Trigger } from '../../pack/procedure.ts';
import type { ExerciseEvent, OpportunityEvent } from '../../pack/request.ts';
import type { Day } from '../../vocabulary/day.ts';
import { hasReopened, isMatched } from './compare-terms.ts';
import { afterNotice, type PlacedEvent } from './after-notice.ts';
import { passTime } from './pass-time.ts';
import { restOf } from './rest-of.ts';
import { isOfferDue, isUnderWay, type Standing, type State } from './state.ts';
import { lengthOfTalks, wordOf, type Terms } from './terms.ts';

/** Lets time run to an event's day, and the event happen. */
export function afterEvent(placed: PlacedEvent, before: Standing, terms: Terms): Standing {
  const { event } = placed;
  const standing = passTime(before, event.on, terms);
  if (event.is === 'notice') return afterNotice({ ...placed, event }, standing, terms);
  const state = stateAfter(placed, standing, terms);
  return state === standing.state ? standing : { ...standing, state };
}

type Otherwise = Exclude<OpportunityEvent, { is: 'notice' }>;

function stateAfter({ event, place }: PlacedEvent, { state, notices }: Standing, terms: Terms): State {
  const happened = event as Otherwise;
  switch (happened.is) {
    case 'intent':
    case 'letter-of-intent':
    case 'offer':
      return notices.length > 0 ? state : afterStage(happened.is, happened.on, state, terms);
    case 'signature':
      return afterSignature(happened.on, state);
    case 'change':
      return mayReopen(state) && hasReopened(happened.terms, place, terms)
        ? reopened(happened.on, terms)
        : state;
    case 'exercise':
      return isUnderWay(state) ? afterExercise(happened, place, state, terms) : state;
    case 'agreement':
      return isUnderWay(state) ? taken(happened.on, terms) : state;
    case 'decline':
      return afterDecline(happened.on, state);
    case 'interest':
      return afterInterest(happened.on, state, terms);
    case 'information-request':
      return isWaitingForAll(state, terms) ? { is: 'awaiting-information' } : state;
    case 'information':
      return afterInformation(happened.on, state, terms);
    case 'consent':
    case 'refusal':
    case 'waiver':
      return state;
  }
}

/** A stage below the trigger leaves the right asleep; one that reaches it wakes it for good. */
function afterStage(stage: Trigger, on: Day, state: State, terms: Terms): State {
  const isOpen = state.is === 'not-triggered' || (state.is === 'must-offer' && !state.triggered);
  if (!isOpen || on >= terms.outOfForce) return state;
  const isReached = STAGES.indexOf(stage) >= STAGES.indexOf(wordOf.trigger(terms));
  return isReached ? { is: 'must-offer', triggered: true } : { is: 'not-triggered' };
}

/** In time only while the right is released; whatever is sent to the holder afterwards does not mend it. */
function afterSignature(on: Day, state: State): State {
  if (state.is === 'released') return { is: 'signed-in-time', on };
  if (state.is === 'partly-exercised') return { ...state, signed: true };
  const isOpen = isOfferDue(state) || isUnderWay(state) || state.is === 'not-triggered';
  return isOpen ? { is: 'signed-first', on } : state;
}

function mayReopen(state: State): boolean {
  if (state.is === 'partly-exercised') return !state.signed;
  return isUnderWay(state) || state.is === 'released';
}

/** A deal on other terms has to be offered again, unless the clause has ended since. */
function reopened(on: Day, { outOfForce }: Terms): State {
  return { is: on >= outOfForce ? 'ended' : 'terms-changed' };
}

function afterDecline(on: Day, state: State): State {
  if (!isUnderWay(state)) return state;
  const isOfTalks = state.is === 'in-talks' || state.is === 'deadlocked';
  return { is: 'released', by: isOfTalks ? 'noAgreement' : 'declined', from: on };
}

function afterInterest(on: Day, state: State, terms: Terms): State {
  const isAnswer = isUnderWay(state) && state.is !== 'in-talks' && state.is !== 'deadlocked';
  return isAnswer && lengthOfTalks(terms) !== 'no-talks' ? { is: 'in-talks', from: on } : state;
}

/** True in a window that waits for the last of what the holder asks for. */
function isWaitingForAll(state: State, terms: Terms): boolean {
  return state.is === 'window-open' && wordOf.clock(terms) === 'last-information-received';
}

function afterInformation(on: Day, state: State, terms: Terms): State {
  const isAnother = state.is === 'awaiting-information' || isWaitingForAll(state, terms);
  return isAnother ? { is: 'window-open', from: on, since: on } : state;
}

function afterExercise(event: ExerciseEvent, place: number, state: State, terms: Terms): State {
  const { on, takes } = event;
  if (!isAllowed(event, place, terms)) {
    return wordOf.fallsShort(terms) === 'declines' ? afterDecline(on, state) : state;
  }
  if (takes === undefined) return taken(on, terms);
  if (wordOf.effect(terms) === 'reserves-nothing') return { is: 'released', by: 'declined', from: on };
  return { is: 'partly-exercised', on, fact: takes.fact, rest: restOf(takes), signed: false };
}

function isAllowed({ takes, differs = [] }: ExerciseEvent, place: number, terms: Terms): boolean {
  if (takes !== undefined && wordOf.part(terms) === 'not-allowed') return false;
  if (!isMatched(differs, place, terms)) return false;
  const { able } = terms.procedure;
  if (able === undefined) return true;
  return terms.ask({ is: 'fact', key: `fact ${able}`, fact: able, given: (holds) => holds });
}

/** The holder has the deal; whether others are then kept out is for the text to say. */
function taken(on: Day, terms: Terms): State {
  return wordOf.effect(terms) === 'reserves'
    ? { is: 'exercised', on }
    : { is: 'released', by: 'exercise', from: on };
}
