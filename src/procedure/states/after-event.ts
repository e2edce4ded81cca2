import { STAGES, type Exit, type Trigger } from '../../pack/procedure.ts';
import type { ExerciseEvent, OpportunityEvent } from '../../pack/request.ts';
import type { Day } from '../../vocabulary/day.ts';
import { hasReopened, isMatched } from './compare-terms.ts';
import { afterNotice, type PlacedEvent } from './after-notice.ts';
import { passTime } from './pass-time.ts';
import { restOf } from './rest-of.ts';
import { isOfferDue, isUnderWay, mayBeTaken, type Standing, type State } from './state.ts';
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

/** What an event does to a state; one that is not here does nothing. */
type Effects = {
  readonly [Is in Otherwise['is']]?: (event: Extract<Otherwise, { is: Is }>, at: At) => State;
};

/** Where an event finds a deal. */
interface At {
  readonly state: State;
  readonly hasNotice: boolean;
  readonly place: number;
  readonly terms: Terms;
}

const stage = (event: { readonly is: Trigger; readonly on: Day }, { state, hasNotice, terms }: At): State =>
  hasNotice ? state : afterStage(event.is, event.on, state, terms);

const EFFECTS: Effects = {
  intent: stage,
  'letter-of-intent': stage,
  offer: stage,
  signature: ({ on }, { state }) => afterSignature(on, state),
  change: ({ on, terms: changes }, { state, place, terms }) =>
    mayReopen(state) && hasReopened(changes, place, terms) ? reopened(on, terms) : state,
  exercise: (event, { state, place, terms }) =>
    mayBeTaken(state) ? afterExercise(event, place, state, terms) : state,
  agreement: ({ on }, { state, terms }) => (mayBeTaken(state) ? taken(on, terms) : state),
  decline: ({ on }, { state }) => afterDecline(on, state),
  interest: ({ on }, { state, terms }) => afterInterest(on, state, terms),
  'information-request': (_event, { state, terms }) =>
    isWaitingForAll(state, terms) ? { is: 'awaiting-information' } : state,
  information: ({ on }, { state, terms }) => afterInformation(on, state, terms),
};

function stateAfter({ event, place }: PlacedEvent, { state, notices }: Standing, terms: Terms): State {
  const happened = event as Otherwise;
  const effect = EFFECTS[happened.is] as ((event: Otherwise, at: At) => State) | undefined;
  return effect?.(happened, { state, hasNotice: notices.length > 0, place, terms }) ?? state;
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
  return releasedOn(on, isOfTalks ? 'noAgreement' : 'declined');
}

/** A word frees from its own day on, and how long is counted from there. */
function releasedOn(day: Day, by: Exit): State {
  return { is: 'released', by, from: day, countedFrom: day };
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
  if (wordOf.effect(terms) === 'reserves-nothing') return releasedOn(on, 'declined');
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
