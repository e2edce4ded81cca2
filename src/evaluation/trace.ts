import type { Named } from '../pack/lookup.ts';
import type { ClauseKind } from '../vocabulary/clause-kind.ts';
import type { Finding } from '../vocabulary/finding.ts';
import type { Position } from '../vocabulary/position.ts';

/** The record of one clause that speaks of the actor and the act: what applied, what did not, and why. */
export interface ClauseTrace {
  readonly clause: string;
  readonly number?: string;
  readonly title: string;
  readonly kind: ClauseKind;
  readonly instrument: Named & { readonly basis: string };
  readonly holder?: Named;
  readonly grantor?: Named;
  readonly source: SourceTrace;
  readonly confirmedBy: readonly SourceTrace[];
  readonly inForce: InForceTrace;
  readonly status: ClauseStatus;
  /** Whether the candidate is among those the clause names; true for kinds that name none. */
  readonly namesCandidate: boolean;
  /** Absent where the clause is not in force: its scope was not examined. */
  readonly scope?: CriterionTrace;
  readonly carveOuts: readonly CarveOutTrace[];
  /** The ways in which the clause may lose its force, where it has any. */
  readonly ceasings?: readonly CeasingTrace[];
  readonly procedure?: ProcedureTrace;
  readonly duty?: string;
  /** What the clause may say before precedence, and after. */
  readonly positions: readonly Position[];
  readonly standing: readonly Position[];
  readonly displacedBy: readonly { readonly clause: string; readonly finding: Finding }[];
  /** Ids of the unknowns that leave more than one standing position. */
  readonly dependsOn: readonly string[];
}

/** Why a clause weighs in or does not; the first that fits, in this order. */
export type ClauseStatus =
  | 'not-in-force'
  | 'not-applicable'
  | 'carved-out'
  | 'ceased'
  | 'waived'
  | 'displaced'
  | 'satisfied'
  | 'open'
  | 'stands';

/** A source with its document and the meaning of its grade. */
export interface SourceTrace {
  readonly document: string;
  readonly title: string;
  readonly date: string;
  readonly url?: string;
  readonly at?: string;
  readonly quote?: string;
  readonly grade: string;
  readonly gradeMeans: string;
}

/** Whether a clause is in force on the day of the request, and what its life is reckoned from. */
export interface InForceTrace {
  readonly finding: Finding;
  /** Which end of its life leaves it open, where the finding is unknown. */
  readonly open: readonly ('start' | 'end')[];
  /** ISO days; `until` is the first day out of force. */
  readonly from: string;
  readonly possiblyFrom?: string;
  readonly until?: string;
  /** First day on which it may already have been out of force, where that is earlier than `until`. */
  readonly possiblyUntil?: string;
  /** The instrument that ends it, where one does. */
  readonly endedBy?: Named;
  /** Its own first day, where that may be later than its instrument's. */
  readonly begins?: TurningTrace;
  /** A counted day on which it ends. */
  readonly ends?: TurningTrace;
}

/** A day that is stated or counted: the ISO day, as far as it is known, and in words from what it is counted. */
export interface TurningTrace {
  readonly on?: string;
  /** In words: "18 months after `launch`". */
  readonly counted?: string;
}

/** A criterion with its finding; a test carries the words that people read. */
export type CriterionTrace =
  | {
      readonly is: 'all' | 'any' | 'not';
      /** The defined term that the part stands for, where it is one. */
      readonly defined?: string;
      readonly finding: Finding;
      readonly of: readonly CriterionTrace[];
    }
  | {
      readonly is: 'test';
      readonly finding: Finding;
      readonly subject: string;
      /** The comparison in words: "new", "at least 100 MW", "before 2025-01-21". */
      readonly test: string;
      /** The value found, as text; absent where it is unknown. */
      readonly value?: string;
      /** Measures only: what the value was found from. */
      readonly counted?: CountedTrace;
    };

/** What a measure was found from: the periods that give its number, and the record. */
export interface CountedTrace {
  /** First and last day, as ISO days; absent where no period has closed yet. */
  readonly from?: string;
  readonly to?: string;
  /** Happenings in those days that count for certain. */
  readonly happenings: number;
  /** Last day for which the record is complete; absent where there is none. */
  readonly completeTo?: string;
}

/** A carve-out with the finding on it: met where it takes the request out of the clause. */
export interface CarveOutTrace {
  readonly id: string;
  readonly title?: string;
  readonly finding: Finding;
  readonly scope: CriterionTrace;
  readonly carveOuts: readonly CarveOutTrace[];
  readonly source?: SourceTrace;
}

/** A way to lose force, with what is known of it. */
export interface CeasingTrace {
  readonly id: string;
  readonly title?: string;
  /** Whether the clause has lost its force by it. */
  readonly finding: Finding;
  readonly scope: CriterionTrace;
  /** The party that has to elect so, and whether it has; absent where the clause ceases by itself. */
  readonly election?: { readonly of: Named; readonly finding: Finding };
  readonly source?: SourceTrace;
}

/** Where a first right stands for one opportunity; each state is either still in the way or no longer. */
export type ProcedureState =
  | 'must-offer'
  | 'not-triggered'
  | 'notice-incomplete'
  | 'window-open'
  | 'awaiting-information'
  | 'awaiting-express-refusal'
  | 'in-talks'
  | 'deadlocked'
  | 'exercised'
  | 'partly-exercised'
  | 'released'
  | 'release-ended'
  | 'terms-changed'
  | 'signed-first'
  | 'signed-in-time'
  | 'ended';

/** How far the procedure of a first right has come, and the days that the record fixes. */
export interface ProcedureTrace {
  /** Every state that the record and the known parameters leave possible. */
  readonly states: readonly ProcedureState[];
  /** ISO days, where the record fixes them. */
  readonly noticeReceived?: string;
  readonly missingContents?: readonly string[];
  readonly lastResponseDay?: string;
  readonly talksSince?: string;
  readonly lastDayOfTalks?: string;
  readonly releasedFrom?: string;
  /** The last day on which the release holds. */
  readonly releasedUntil?: string;
  /** What an exercise of a part leaves for others. */
  readonly rest?: { readonly fact: string; readonly value: number };
  /** The day of exercise, or of a signature. */
  readonly on?: string;
}
