import type { Day } from '../vocabulary/day.ts';
import type { Spot } from '../pack/written/written.ts';

/** The shape of a ledger's lines and its version. */
export const LEDGER_FORMAT = 'compute-rights/ledger/1';

/** A ledger whose every line is as it was written and follows the one before. */
export interface Ledger {
  readonly file: string;
  /** The id of the pack whose words its entries use. */
  readonly pack: string;
  /** In the order in which they were added: entry 1 stands first. */
  readonly entries: readonly Entry[];
  /** The SHA-256 of every line, the header's first. */
  readonly hashes: readonly string[];
}

/** One line of a ledger. */
export interface Entry {
  readonly number: number;
  readonly recorded: Day;
  readonly by: string;
  /** The deal that it is about; absent where it is about what measures count. */
  readonly opportunity?: string;
  readonly says: Says;
  readonly documents: readonly AttachedDocument[];
  /** The entry in whose place this one stands. */
  readonly supersedes?: number;
  /** The line as data, with its places. */
  readonly spot: Spot;
}

/** What an entry records. */
export type Says =
  | { readonly is: 'open'; readonly counterparty: string }
  | { readonly is: 'event'; readonly kind: string; readonly on: Day; readonly party?: string }
  /** That nothing has happened up to a day but what is recorded. */
  | { readonly is: 'complete-to'; readonly day: Day }
  /** That something happened that measures count; what it is may only be told with the pack. */
  | { readonly is: 'happening'; readonly kind: string; readonly on: Day }
  /** That up to a day nothing happened that measures count but what is recorded. */
  | { readonly is: 'happenings-complete-to'; readonly day: Day }
  /** That an earlier entry should not have been made, and why. */
  | { readonly is: 'withdrawn'; readonly why: string };

/** A document by the name of its file and the SHA-256 of its content. */
export interface AttachedDocument {
  readonly name: string;
  readonly sha256: string;
}
