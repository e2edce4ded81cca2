import type { Clause } from '../../pack/pack.ts';
import { CLOCKS, SILENCES, type Procedure } from '../../pack/procedure.ts';
import type { OpportunityEvent, Request } from '../../pack/request.ts';
import { RECORD_ID } from '../../pack/unknown-ids.ts';
import { afterEvent, stateOn, type Length, type State, type Terms } from '../../procedure/first-right.ts';
import { hasUnrecordedDays, recordOf, type OpportunityRecord } from '../../procedure/opportunity-record.ts';
import { releaseLengths, windowLengths } from '../../procedure/turning-lengths.ts';
import { statesReachable } from '../../procedure/unrecorded.ts';
import type { Duration } from '../../vocabulary/duration.ts';
import type { Limit, Stated } from '../../vocabulary/stated.ts';
import type { Diagram } from '../algebra/diagrams.ts';
import { is, type Ground } from '../clauses/ground.ts';
import { STATES, type FirstRightState } from '../variables/other-variables.ts';
import { variableOf, words } from '../variables/variable.ts';
import { choiceOf } from './choice-of.ts';
import { explore, type Choice, type Choose } from './explore.ts';
import { isCompleteNotice, requirementChoice } from './notice-contents.ts';

/** A clause that is a first right. */
export type FirstRightClause = Clause & { readonly holder: string; readonly procedure: Procedure };

/**
 * Gives where a first right stands in the deal on record, over everything that its text and the record leave open: one of
 * `STATES` by its place among them.
 */
export function firstRightDiagram(ground: Ground, clause: FirstRightClause, request: Request): Diagram {
  const { opportunity, date } = request;
  if (opportunity === undefined) return TO_BE_OFFERED;
  const record = recordOf(opportunity, date);
  const events = record.events.filter((event) => !('party' in event) || event.party === clause.holder);
  if (events.length === 0 && !hasUnrecordedDays(record)) return TO_BE_OFFERED;
  const choices = choicesOf(ground, clause.procedure, events, record);
  const run = (choose: Choose): Diagram => {
    const terms = termsOf(choices, choose);
    const isComplete = (place: number): boolean =>
      isCompleteNotice(ground, () => choose(choices.requires), events, place, choose);
    return offTheRecord(ground, clause, statesFor(events, record, terms, isComplete));
  };
  return explore(ground.diagrams, run, MOST_COURSES);
}

const TO_BE_OFFERED: Diagram = STATES.indexOf('to be offered');

/** Beyond this many ways in which a deal may have gone, an answer is bounded instead of found. */
const MOST_COURSES = 20_000;

interface Choices {
  readonly requires: Choice<readonly string[]>;
  readonly clock: Choice<Terms['clock']>;
  readonly within: Choice<Length>;
  readonly silence: Choice<Terms['silence']>;
  readonly releaseFor: Choice<Length>;
}

function choicesOf(
  ground: Ground,
  procedure: Procedure,
  events: readonly OpportunityEvent[],
  record: OpportunityRecord,
): Choices {
  const { clock, within, silence } = procedure;
  const releaseFor = procedure.releaseFor.silent;
  const windows = choiceOf(ground, within, windowLengths(events, record), lengthOf);
  const windowValues = windows.options.map(({ value }) => value);
  return {
    requires: requirementChoice(ground, procedure, events),
    clock: choiceOf(ground, clock, CLOCKS, valueOf),
    within: windows,
    silence: choiceOf(ground, silence, SILENCES, valueOf),
    releaseFor: choiceOf(ground, releaseFor, releaseLengths(events, record, windowValues), lengthOf),
  };
}

function lengthOf(limit: Limit<Duration>): Length {
  return limit.is === 'none' ? Number.POSITIVE_INFINITY : limit.value;
}

function valueOf<T>(limit: Limit<T>): T {
  if (limit.is === 'none') throw new Error('`none` is no value of this stage');
  return limit.value;
}

/** Terms that are chosen when they are first asked for. */
function termsOf(choices: Choices, choose: Choose): Terms {
  return {
    get clock() {
      return choose(choices.clock);
    },
    get within() {
      return choose(choices.within);
    },
    get silence() {
      return choose(choices.silence);
    },
    get releaseFor() {
      return choose(choices.releaseFor);
    },
  };
}

/** The states that a course of events may have led to; the first is the one in which nothing happened off the record. */
function statesFor(
  events: readonly OpportunityEvent[],
  record: OpportunityRecord,
  terms: Terms,
  isComplete: (place: number) => boolean,
): readonly FirstRightState[] {
  const recorded = events.filter((event) => event.on <= record.completeTo);
  let state = stateOn(record.completeTo, recorded, terms, isComplete);
  let recordedTo = record.completeTo;
  for (const [place, event] of events.entries()) {
    if (place < recorded.length) continue;
    // Between later events others may have happened: where those could matter, any state may hold.
    if (statesReachable(state, recordedTo, event.on, terms).length > 1) {
      return [told(stateOn(record.to, events, terms, isComplete)), ...STATES];
    }
    state = afterEvent(event, state, terms, () => isComplete(place));
    recordedTo = event.on - 1;
  }
  return statesReachable(state, recordedTo, record.to, terms).map(told);
}

function told({ is: state }: State): FirstRightState {
  return state === 'released' || state === 'exercised' ? state : 'to be offered';
}

/** What happened off the record is an unknown of its own; where it could not have happened, nothing has. */
function offTheRecord(ground: Ground, clause: FirstRightClause, states: readonly FirstRightState[]): Diagram {
  const [asRecorded = 'to be offered'] = states;
  const untouched = STATES.indexOf(asRecorded);
  if (states.every((state) => state === asRecorded)) return untouched;
  const variable = variableOf(
    { is: 'record', id: historyOf(clause) },
    RECORD_ID,
    words('as recorded', ...STATES),
  );
  return STATES.reduce<Diagram>((rest, state, place) => {
    return states.includes(state) ? ground.diagrams.ite(is(ground, variable, state), place, rest) : rest;
  }, untouched);
}

/**
 * Rights that see the same events and make the same of them have one history. So have the versions of an amended clause,
 * of which one at most is in force, unless one survives its end. Other rights are taken each by itself.
 */
function historyOf({ id, lineage, holder, procedure, survives }: FirstRightClause): string {
  const { requires, clock, within, silence } = procedure;
  const releaseFor = procedure.releaseFor.silent;
  const terms = [requires, clock, within, silence, releaseFor].map(({ stated }) => stated);
  if (terms.every(isSettled)) return JSON.stringify([holder, terms]);
  return survives === undefined ? (lineage ?? id) : `${id} alone`;
}

function isSettled(stated: Stated<unknown>): boolean {
  if (stated.is === 'by-reading') return Object.values(stated.of).every(({ is }) => is !== 'unknown');
  return stated.is === 'set' || stated.is === 'none';
}
