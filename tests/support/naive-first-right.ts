import type { Clause } from '../../src/pack/pack.ts';
import type { Procedure, Trigger } from '../../src/pack/procedure.ts';
import type { PartyEvent, TermChange } from '../../src/pack/request.ts';
import type { Day } from '../../src/vocabulary/day.ts';

export type FirstRightClause = Clause & { readonly procedure: Procedure; readonly holder: string };

/** What is left of a deal of which the holder has taken a part: so much of one fact. */
export interface Rest {
  readonly fact: string;
  readonly rest: number;
}

/**
 * How far one first right has come on one day. Last days at or beyond the request's date are all given as that date. A deal is
 * to be offered for the first time until the holder has had a notice, or a stage of the deal has reached the trigger.
 */
export type Stage =
  | { readonly is: 'dormant' | 'incomplete' | 'waiting-for-information' | 'unanswered' | 'deadlock' }
  | { readonly is: 'exercised' | 'signed-early' | 'ended' }
  | { readonly is: 'to-offer'; readonly isFirst: boolean }
  | { readonly is: 'window' | 'talks' | 'released'; readonly last: Day }
  | { readonly is: 'partly-exercised'; readonly left: Rest; readonly last: Day }
  | { readonly is: 'signed-in-time'; readonly left?: Rest };

/** A stage, and the notices that count where notices may come only so often: of those only as many as may still matter. */
export interface Standing {
  readonly stage: Stage;
  readonly counted: readonly Day[];
}

/** How a deal compares with the one that was last offered, place by place in the record. */
export interface Difference {
  readonly event: number;
  readonly changes: readonly TermChange[];
}

export type AsAWhole = 'better' | 'worse' | 'neither';

/** What the holder says or receives besides a notice and an exercise. */
export type Answer = Exclude<PartyEvent, 'consent' | 'refusal'>;

/** An event as rights see it. The contents of a notice are always there. */
export type Happening =
  | { readonly is: Trigger | 'signature' }
  | NoticeTold
  | { readonly is: Answer; readonly party: string }
  | ExerciseTold
  | { readonly is: 'change'; readonly difference: Difference };

export interface NoticeTold {
  readonly is: 'notice';
  readonly party: string;
  readonly contains: readonly string[];
  /** Works out the day on which it was given; absent where that is the day on which it was received. */
  readonly given?: () => Day;
}

export interface ExerciseTold {
  readonly is: 'exercise';
  readonly party: string;
  readonly left?: Rest;
  readonly difference?: Difference;
}
