import type { Outcome } from '../vocabulary/outcome.ts';
import type { Named } from '../pack/lookup.ts';
import type { ChangeKind, ChangeSource } from './options/option.ts';

/** What would let a candidate serve that may not, or of which it is not known: plain data, safe to write as JSON. */
export interface Unlock {
  /** The candidate's id, and its name. */
  readonly provider: string;
  readonly name: string;
  /** The answer as it stands. */
  readonly outcome: Outcome;
  /** How many changes a way may take. */
  readonly atMost: number;
  /** What the asker can bring about alone first, then what others have to do. None holds all the changes of another. */
  readonly ways: readonly Way[];
  /** True where there are no other ways of that size among the changes that are looked at. */
  readonly complete: boolean;
  /** What was not looked at, in words; empty where `complete`. */
  readonly gaveUp: readonly string[];
}

/** Some changes after which the candidate may serve, whatever else is not known. Both engines have found it so. */
export interface Way {
  /** Who is needed for it beyond those before: what the asker can do alone is the `actor`'s. */
  readonly source: ChangeSource;
  /** In the order in which they have to be made. */
  readonly changes: readonly ChangeNeeded[];
  /** ISO day: the earliest on which the act may then be done; that of the request, unless waiting is part of the way. */
  readonly day: string;
  /** ISO day: the last on which a release holds, where the way rests on one that ends. */
  readonly until?: string;
  /** What stood in the way, and what becomes of it. */
  readonly lifts: readonly Lifted[];
  /** Ids of what the pack assumes and the way stands on: were it otherwise, the way might not do. */
  readonly restsOn: readonly string[];
}

/** One change. */
export interface ChangeNeeded {
  readonly kind: ChangeKind;
  readonly source: ChangeSource;
  /** Of the fact, the reading, the part of a clause or the instrument; else of the party that is meant. */
  readonly id: string;
  /** Who makes it, where somebody does. */
  readonly by?: Named;
  /** Each of these values will do, where there are several to choose from. */
  readonly values?: readonly string[];
  /** ISO day: when it is done, where it is something done in the deal; of silence the last day. */
  readonly on?: string;
  /** The change as a sentence without its full stop. */
  readonly says: string;
}

/** A clause that stood in the way and no longer does. */
export interface Lifted {
  readonly clause: string;
  readonly number?: string;
  readonly title: string;
  /** Why it no longer does, to follow its name in a sentence. */
  readonly how: string;
}
