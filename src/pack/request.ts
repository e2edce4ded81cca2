import type { Scalar } from '../vocabulary/criterion.ts';
import type { Day } from '../vocabulary/day.ts';
import type { Trigger } from './procedure.ts';
import type { KeyValue } from '../vocabulary/measure.ts';

/** A checked request: one actor, one day, some acts, some candidates, and the facts that are known. */
export interface Request {
  readonly actor: string;
  /** The day the act is done: signed, or served. */
  readonly date: Day;
  readonly acts: readonly string[];
  readonly providers: readonly string[];
  /** False where the request left the providers out and every provider of the pack is examined. */
  readonly providersNamed: boolean;
  /** Known facts only; days as day numbers. A fact that is not here is unknown. */
  readonly facts: Readonly<Record<string, Scalar>>;
  /** Number facts, each stated, of which less would do: the deal can be made smaller in them. */
  readonly divisible?: readonly string[];
  /** Readings that the requester takes. */
  readonly readings: Readonly<Record<string, string>>;
  readonly opportunity?: Opportunity;
  /** What measures count; left out, nothing is known of it. */
  readonly happened?: HappeningsRecord;
  /** The party through which the candidate would serve, as its subcontractor; absent where it serves directly. */
  readonly through?: string;
  /** Those whom a party has designated to stand in for it. */
  readonly designees?: Readonly<Record<string, readonly string[]>>;
  /** Who made each assessment that the facts hold, and on which day. */
  readonly assessedBy?: Readonly<Record<string, { readonly by: string; readonly on: Day }>>;
  /** Elections by clause and ceasing, `<clause>.<ceasing>`: the day, or `not-made`. One that is not here is unknown. */
  readonly elections?: Readonly<Record<string, Day | 'not-made'>>;
  /** The day by which everything in the answer has to have been recorded or announced; absent where that is today. */
  readonly knownOn?: Day;
  /** SHA-256 of the request's content. */
  readonly digest: string;
}

/** A record of happenings, from the beginning on. */
export interface HappeningsRecord {
  /** Last day on which a missing happening means that there was none. */
  readonly completeTo: Day;
  /** By day, in the order written within a day. */
  readonly entries: readonly HappeningEntry[];
}

/** One dated happening. */
export interface HappeningEntry {
  readonly is: string;
  readonly on: Day;
  /** Known amounts only, in the unit of each. */
  readonly amounts: Readonly<Record<string, number>>;
  /** For each key of which something is known the values that it may have; one, unless it is known only so far. */
  readonly keys: Readonly<Record<string, readonly KeyValue[]>>;
}

/** One concrete deal and the record of what happened in it. */
export interface Opportunity {
  readonly id: string;
  readonly counterparty: string;
  /** Last day on which a missing event means that it did not happen. */
  readonly completeTo: Day;
  /** By day, in the order written within a day. */
  readonly events: readonly OpportunityEvent[];
}

/** A dated event. `party` is the holder that received the notice or answered it, or who consented or refused. */
export type OpportunityEvent =
  /** How far the deal with the counterparty has come: what it intends, has signed without being bound, or has offered. */
  | { readonly is: Trigger; readonly on: Day }
  | NoticeEvent
  | ExerciseEvent
  | WaiverEvent
  | {
      readonly is: PartyEvent;
      readonly on: Day;
      readonly party: string;
    }
  /** The deal is no longer on the terms that were last offered to the holder. */
  | { readonly is: 'change'; readonly on: Day; readonly terms: readonly TermChange[] }
  | { readonly is: 'signature'; readonly on: Day };

/** What a party does of which no more is recorded than the day. */
export type PartyEvent =
  'decline' | 'interest' | 'agreement' | 'information-request' | 'information' | 'consent' | 'refusal';

/** A notice, on the day on which the holder received it. */
export interface NoticeEvent {
  readonly is: 'notice';
  readonly on: Day;
  readonly party: string;
  /** Undefined where the record does not say what the notice contained. */
  readonly contains?: readonly string[];
  /** What it is not clear whether the notice contained, such as a price that is one of a package. */
  readonly mayContain?: readonly string[];
  /** The day on which it was given, that of receipt or an earlier one; undefined where the record does not say. */
  readonly given?: Day;
}

/** The holder takes the deal, or a part of it, on the terms offered or on others. */
export interface ExerciseEvent {
  readonly is: 'exercise';
  readonly on: Day;
  readonly party: string;
  /** What it takes of a quantity, where it is less than all. */
  readonly takes?: { readonly fact: string; readonly taken: number; readonly of: number };
  /** How its terms differ from those offered, where they do. */
  readonly differs?: readonly TermChange[];
}

/** A party gives up, for this deal, what is owed to it. */
export interface WaiverEvent {
  readonly is: 'waiver';
  readonly on: Day;
  readonly party: string;
  /** The clauses that it speaks of; absent where it gives up all that is owed to it. */
  readonly clauses?: readonly string[];
  /** True where it holds however the terms of the deal may change. */
  readonly anyTerms?: boolean;
}

/** How one term of a deal differs: by its numbers, by the direction alone, or in a way that is not recorded. */
export type TermChange =
  | { readonly term: string; readonly is: 'numbers'; readonly from: number; readonly to: number }
  | { readonly term: string; readonly is: 'lower' | 'higher' | 'changed' };
