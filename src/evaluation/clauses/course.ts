import { told } from '../../diagram/requests/told.ts';
import type { FirstRightState } from '../../diagram/variables/other-variables.ts';
import type { OpportunityRecord } from '../../procedure/record/opportunity-record.ts';
import type { State } from '../../procedure/states/state.ts';

/**
 * What is taken to have come of a deal, where its record and the contracts' terms leave that open: in a completion it is
 * settled, besides what a request could say.
 */
export interface Course {
  /** The states that are left of a first right, by its clause. */
  readonly states: ReadonlyMap<string, ReadonlySet<FirstRightState>>;
  /** The last word of a party whose consent is needed. */
  readonly consents: ReadonlyMap<string, Word>;
  /** Whether a party has waived what is owed to it. */
  readonly waivers: ReadonlyMap<string, boolean>;
}

export type Word = 'consent' | 'refusal' | 'none';

/**
 * Keeps of a first right's states those that the course leaves; none where it leaves no state that can be. What comes of a
 * deal taken in part hangs on a quantity, and is left open.
 */
export function statesLeft(
  states: readonly State[],
  clause: string,
  course: Course | undefined,
): readonly State[] {
  const left = course?.states.get(clause);
  if (left === undefined) return states;
  return states.filter((state) => {
    const stands = told(state);
    return stands === undefined || left.has(stands);
  });
}

/** Writes into a record what a party is taken to have said of its consent after it ends. */
export function withConsent(
  record: OpportunityRecord,
  party: string,
  course: Course | undefined,
): OpportunityRecord {
  const word = course?.consents.get(party);
  if (word === undefined) return record;
  const said = word === 'none' ? [] : [{ is: word, on: record.to, party }];
  return { ...record, events: [...record.events, ...said], completeTo: record.to };
}

/** Writes into a record who is taken to have waived after it ends; that one did not is enough to know that not all did. */
export function withWaivers(
  record: OpportunityRecord,
  owedTo: readonly string[],
  course: Course | undefined,
): OpportunityRecord {
  if (course === undefined) return record;
  const said = owedTo.filter((party) => course.waivers.get(party) === true);
  const isRefused = owedTo.some((party) => course.waivers.get(party) === false);
  const waivers = said.map((party) => ({ is: 'waiver', on: record.to, party }) as const);
  return {
    ...record,
    events: [...record.events, ...waivers],
    completeTo: isRefused ? record.to : record.completeTo,
  };
}
