import { STATES } from '../../diagram/variables/other-variables.ts';
import {
  answerEvents,
  consentEvents,
  dealDocument,
  waiverEvents,
  type EventDocument,
} from '../../diagram/witnesses/deal-document.ts';
import { isoFromDay, type Day } from '../../vocabulary/day.ts';
import { SIDES, type Side } from '../sides.ts';
import type { JointDiagrams } from '../joint/joint-diagrams.ts';
import { rightsByState } from '../joint/joint-states.ts';
import { viewOf } from '../joint/possible-diagram.ts';
import type { Point } from './point.ts';

/** Writes the record of a deal that leads to a case; `undefined` where the case needs none. */
export function dealRecord(
  joint: JointDiagrams,
  point: Point,
  { candidate, date, side }: { readonly candidate: string; readonly date: Day; readonly side: Side },
): EventDocument | undefined {
  const isCounterparty = [...point].some(
    ([level, klass]) => kindOf(joint, level) === 'counterparty' && klass === 1,
  );
  const events = [...point].flatMap(([level, klass]) => eventsFor(joint, level, klass, date));
  const { parties } = joint.words.packs[side];
  return dealDocument({ candidate, isCounterparty, events, parties, date });
}

function kindOf({ variables }: JointDiagrams, level: number): string {
  const variable = variables[level];
  return variable === undefined ? '' : viewOf(variable).about.is;
}

function eventsFor(joint: JointDiagrams, level: number, klass: number, date: Day): readonly EventDocument[] {
  const variable = joint.variables[level];
  if (variable === undefined) return [];
  const { is, id } = viewOf(variable).about;
  if (is === 'consent') return consentEvents(id, klass, date);
  if (is === 'waiver') return waiverEvents(id, klass, date);
  return is === 'state' ? stateEvents(joint, variable.key, klass, date) : [];
}

/** A notice with all that any right of either pack asks for, and the answer of each holder on the day after. */
function stateEvents(
  { words: { packs, keyOfState } }: JointDiagrams,
  key: string,
  klass: number,
  date: Day,
): readonly EventDocument[] {
  const state = STATES[klass];
  if (state === 'not triggered') return [{ intent: isoFromDay(date - 1) }];
  const clauses = SIDES.flatMap((side) => packs[side].clauses);
  const rights = rightsByState(packs, keyOfState).get(key) ?? [];
  const holders = [...new Set(rights.flatMap(({ clause }) => clause.holder ?? []))];
  return holders.flatMap((holder) => answerEvents(holder, state, clauses, date));
}
