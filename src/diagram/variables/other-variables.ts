import type { Reading } from '../../pack/pack.ts';
import { calendarId, RECORD_ID, uncoveredId } from '../../pack/unknown-ids.ts';
import type { Parameter } from '../../vocabulary/stated.ts';
import { variableOf, words, type Variable } from './variable.ts';

/** A reading, with its options for classes. */
export function readingVariable({ id, options }: Reading): Variable {
  const classes = options.map((option) => ({ label: option.id, sample: option.id }));
  return variableOf({ is: 'reading', id }, id, classes);
}

/** The class of an assumed parameter in which it is what is assumed; its alternatives come after. */
export const AS_ASSUMED = 'as assumed';

/** A parameter that may be open: as assumed, where it is, and its alternatives. */
export function parameterVariable(
  { id, stated }: Parameter<unknown>,
  alternatives: readonly string[],
): Variable {
  const assumed = stated.is === 'assumed' ? [AS_ASSUMED] : [];
  return variableOf({ is: 'parameter', id }, id, words(...assumed, ...alternatives));
}

export const HAS_COME = 'it has come';

/** Whether a day has come that can be told only by days that a calendar does not cover; each `place` asks for itself. */
export function uncoveredVariable(calendar: string, place: string): Variable {
  const id = uncoveredId(calendar, place);
  return variableOf({ is: 'calendar', id }, calendarId(calendar), words(HAS_COME, 'it has not come'));
}

/** A party's election, by the id under which requests record it. */
export function electionVariable(id: string): Variable {
  return variableOf({ is: 'election', id }, id, words('made', 'not made'));
}

/** Where a first right stands in the deal on record. */
export const STATES = ['to be offered', 'under way', 'released', 'exercised', 'not triggered'] as const;
export type FirstRightState = (typeof STATES)[number];

export function stateVariable(clause: string): Variable {
  return variableOf({ is: 'state', id: clause }, RECORD_ID, words(...STATES));
}

/** Whether the candidate is the counterparty of the deal on record. */
export const COUNTERPARTY = variableOf(
  { is: 'counterparty', id: '' },
  'opportunity.counterparty',
  words('no', 'yes'),
);

/** A party's last word on the deal, as far as its consent is needed. */
export const CONSENTS = ['none', 'consent', 'refusal'] as const;

export function consentVariable(party: string): Variable {
  return variableOf({ is: 'consent', id: party }, RECORD_ID, words(...CONSENTS));
}

/** Whether a party has waived, for the deal, what is owed to it. */
export function waiverVariable(party: string): Variable {
  return variableOf({ is: 'waiver', id: party }, RECORD_ID, words('no', 'yes'));
}

/** Whether the candidate is a designee of a holder. */
export function designeeVariable(holder: string): Variable {
  return variableOf({ is: 'designee', id: holder }, `designees.${holder}`, words('no', 'yes'));
}

/** Whether the candidate would serve through a holder, as its subcontractor. */
export function throughVariable(holder: string): Variable {
  return variableOf({ is: 'through', id: holder }, 'through', words('no', 'yes'));
}
