import type { Exit } from '../../pack/procedure.ts';
import type { Day } from '../../vocabulary/day.ts';

/** How far one deal has come towards honouring a first right. */
export type State =
  /** `triggered` once a recorded stage of the deal has reached the trigger. */
  | { readonly is: 'must-offer'; readonly triggered: boolean }
  | { readonly is: 'not-triggered' | 'notice-incomplete' | 'release-ended' | 'terms-changed' }
  /** `from` is the day that the window is counted from, `since` that on which it opened. */
  | { readonly is: 'window-open'; readonly from: Day; readonly since: Day }
  | { readonly is: 'awaiting-express-refusal'; readonly from: Day }
  | { readonly is: 'in-talks'; readonly from: Day }
  | { readonly is: 'awaiting-information' | 'deadlocked' }
  | { readonly is: 'exercised' | 'signed-first' | 'signed-in-time'; readonly on: Day }
  | {
      readonly is: 'partly-exercised';
      readonly on: Day;
      readonly fact: string;
      /** What is left of the quantity for others. */
      readonly rest: number;
      readonly signed: boolean;
    }
  /** Freed from a day on by an exit, for a length that is counted from a day that does not count itself. */
  | { readonly is: 'released'; readonly by: Exit; readonly from: Day; readonly countedFrom: Day }
  /** Freed for good by an exercise that keeps nobody out. */
  | { readonly is: 'released'; readonly by: 'exercise'; readonly from: Day }
  /** The clause has ended, and nothing under it was under way. */
  | { readonly is: 'ended' };

/** A state, and the days on which the holder was given notice, as far as they are limited in number. */
export interface Standing {
  readonly state: State;
  readonly notices: readonly Day[];
}

export const START: Standing = { state: { is: 'must-offer', triggered: false }, notices: [] };

/** True where the grantor has to give a notice before anything else can happen. */
export function isOfferDue({ is }: State): boolean {
  return (
    is === 'must-offer' || is === 'notice-incomplete' || is === 'release-ended' || is === 'terms-changed'
  );
}

/**
 * True where the holder may take the deal. What a notice has to contain is there for its holder, so that whoever takes the
 * deal on a notice that was not complete has waived the rest.
 */
export function mayBeTaken(state: State): boolean {
  return isUnderWay(state) || state.is === 'notice-incomplete';
}

/** True where the holder has been offered the deal and may still answer in any way. */
export function isUnderWay({ is }: State): boolean {
  return (
    is === 'window-open' ||
    is === 'awaiting-information' ||
    is === 'awaiting-express-refusal' ||
    is === 'in-talks' ||
    is === 'deadlocked'
  );
}
