import type { Clause, Party } from '../../pack/pack.ts';
import { limitsIn } from '../../vocabulary/stated.ts';
import { isoFromDay, type Day } from '../../vocabulary/day.ts';
import { CONSENTS, type FirstRightState } from '../variables/other-variables.ts';

/** A part of a request as a document. */
export type EventDocument = Readonly<Record<string, unknown>>;

/** The deal that a case speaks of. */
export interface CaseDeal {
  readonly candidate: string;
  /** Whether the candidate is its counterparty; where that is left open, it is not. */
  readonly isCounterparty: boolean;
  readonly events: readonly EventDocument[];
  readonly parties: readonly Party[];
  readonly date: Day;
}

/** Writes the deal of a case, with a record that is complete to the day; `undefined` where the case needs none. */
export function dealDocument({
  candidate,
  isCounterparty,
  events,
  parties,
  date,
}: CaseDeal): EventDocument | undefined {
  if (events.length === 0 && !isCounterparty) return undefined;
  const others = parties.map(({ id }) => id).filter((id) => id !== candidate);
  return {
    id: 'witness',
    counterparty: isCounterparty ? candidate : (others.at(-1) ?? 'other'),
    'complete-to': isoFromDay(date),
    events: [...new Map(events.map((event) => [JSON.stringify(event), event])).values()],
  };
}

/** Writes what a party has said of the deal: its consent or refusal, by the class of that variable. */
export function consentEvents(party: string, klass: number, date: Day): readonly EventDocument[] {
  const word = CONSENTS[klass];
  return word === undefined || word === 'none' ? [] : [{ [word]: isoFromDay(date), by: party }];
}

/** Writes that a party has waived what is owed to it, where the class of that variable says so. */
export function waiverEvents(party: string, klass: number, date: Day): readonly EventDocument[] {
  return klass === 1 ? [{ waiver: isoFromDay(date), by: party }] : [];
}

/** Writes a notice to a holder, and what it answers on the day after, so that its right comes into a state; or a first stage. */
export function answerEvents(
  holder: string,
  state: FirstRightState | undefined,
  clauses: readonly Clause[],
  date: Day,
): readonly EventDocument[] {
  if (state === 'not triggered') return [{ intent: isoFromDay(date - 1) }];
  if (state !== 'released' && state !== 'exercised' && state !== 'under way') return [];
  const received = isoFromDay(date - 2);
  const notice = { notice: received, given: received, to: holder, contains: contentsFor(holder, clauses) };
  if (state === 'under way') return [notice];
  return [notice, { [state === 'released' ? 'decline' : 'exercise']: isoFromDay(date - 1), by: holder }];
}

/** All that any right of the holder asks a notice to have. */
function contentsFor(holder: string, clauses: readonly Clause[]): readonly string[] {
  const items = clauses
    .filter((clause) => clause.holder === holder)
    .flatMap(({ procedure }) => (procedure === undefined ? [] : limitsIn(procedure.requires)));
  return [...new Set(items.flatMap((limit) => (limit.is === 'set' ? limit.value : [])))];
}
