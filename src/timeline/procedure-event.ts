import type { ClauseTrace, ProcedureState, ProcedureTrace } from '../evaluation/trace.ts';
import { dayFromIso, isoFromDay } from '../vocabulary/day.ts';
import { joined } from '../explanation/counting.ts';
import { nameOf } from '../explanation/outcome-sentences.ts';
import type { At, Event } from './event.ts';

/** Says what happens in the procedure of a first right: the record ends, a last day is over, or a state is reached. */
export function procedureEvent(was: ClauseTrace, is: ClauseTrace, at: At): Event | undefined {
  if (was.procedure === undefined || is.procedure === undefined) return undefined;
  if (JSON.stringify(was.procedure) === JSON.stringify(is.procedure)) return undefined;
  const [name, states] = [nameOf(is), statesOf(is.procedure)];
  const yesterday = at.day === undefined ? undefined : isoFromDay((dayFromIso(at.day) ?? 0) - 1);
  if (yesterday !== undefined && yesterday === at.completeTo) {
    const event = `the record of the deal ends on ${yesterday}: under ${name} it may now be ${states}`;
    return { kind: 'record-ends', event };
  }
  const over = lastDayOver(was.procedure, yesterday);
  const stands = `under ${name} the deal is ${states}`;
  return {
    kind: 'procedure',
    event: over === undefined ? stands : `${over} was ${yesterday ?? ''}: ${stands}`,
  };
}

function lastDayOver(procedure: ProcedureTrace, yesterday: string | undefined): string | undefined {
  if (yesterday === undefined) return undefined;
  if (procedure.lastResponseDay === yesterday) return 'the last day to respond';
  if (procedure.lastDayOfTalks === yesterday) return 'the last day of talks';
  return procedure.releasedUntil === yesterday ? 'the last day of the release' : undefined;
}

function statesOf({ states }: ProcedureTrace): string {
  return joined(
    states.map((state) => STATE_WORDS[state]),
    'or',
  );
}

const STATE_WORDS: Readonly<Record<ProcedureState, string>> = {
  'must-offer': 'still to be offered',
  'not-triggered': 'not yet to be offered',
  'notice-incomplete': 'noticed incompletely',
  'window-open': 'waiting for an answer',
  'awaiting-information': 'waiting for information',
  'awaiting-express-refusal': 'waiting for an express refusal',
  'in-talks': 'under talks',
  deadlocked: 'without an agreement',
  exercised: 'exercised',
  'partly-exercised': 'exercised in part',
  released: 'released',
  'release-ended': 'to be offered again, its release being over',
  'terms-changed': 'to be offered again on its changed terms',
  'signed-first': 'signed before it was offered',
  'signed-in-time': 'signed in time',
  ended: 'free of the right, which has ended',
};
