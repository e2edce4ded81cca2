import type { Decision, Governing, Named, RequestSummary } from '../evaluation/decision.ts';
import type { SourceTrace } from '../evaluation/trace.ts';
import type { Outcome, SettledOutcome } from '../vocabulary/outcome.ts';

/** How the answer to a request changes as its date, or one of its facts, is varied: plain data, safe to write as JSON. */
export interface Timeline {
  readonly format: 'compute-rights/timeline/1';
  readonly pack: Decision['pack'];
  /** The request as it stands; what is varied of it is shown with its own value. */
  readonly request: RequestSummary;
  readonly varied: VariedPart;
  /** One for each candidate, in the order asked or in the pack's. */
  readonly providers: readonly ProviderTimeline[];
  readonly earliest?: Earliest;
}

/** What is varied, and between which values, both included: ISO days, or numbers in the fact's unit. */
export interface VariedPart {
  readonly is: 'date' | 'fact';
  /** Left out for the date. */
  readonly fact?: string;
  readonly question?: string;
  readonly unit?: string;
  readonly from: AxisValue;
  readonly to: AxisValue;
}

/** An ISO day, or a number. */
export type AxisValue = string | number;

/** One candidate's answers from the first value to the last, without a gap. */
export interface ProviderTimeline {
  readonly provider: string;
  readonly name: string;
  readonly pieces: readonly Piece[];
}

/** Values for which the answer is the same. */
export interface Piece {
  readonly from: AxisValue;
  readonly to: AxisValue;
  /** True where the answer holds from just above `from`, not at it; numbers only. */
  readonly fromExcluded?: true;
  /** True where it holds to just below `to`. */
  readonly toExcluded?: true;
  readonly outcome: Outcome;
  /** Every outcome that some completion of what is unknown gives, worst first. */
  readonly possible: readonly SettledOutcome[];
  /** True where only bounds were found: `possible` may then hold outcomes that no completion gives. */
  readonly bounded?: true;
  /** The clauses that govern at the beginning of the piece. */
  readonly governing: readonly Governing[];
  /** Ids of the unknowns on which an undetermined answer turns there. */
  readonly turnsOn: readonly string[];
  /** Ids of the assumptions on which the answer stands there. */
  readonly assumptions: readonly string[];
  /** What makes the answer another than before; empty for the first piece. */
  readonly because: readonly EdgeCause[];
}

/** What happens to one clause where the answer changes. */
export interface EdgeCause {
  readonly kind:
    | 'starts'
    | 'may-have-started'
    | 'started-for-certain'
    | 'ends'
    | 'may-have-ended'
    | 'ended-for-certain'
    | 'procedure'
    | 'record-ends'
    | 'ceases'
    | 'scope'
    | 'precedence'
    | 'other';
  /** What happens, in a sentence: "Amendment of January takes effect, with 7.1 (First refusal)". */
  readonly event: string;
  readonly clause: string;
  readonly number?: string;
  readonly title: string;
  readonly source: SourceTrace;
}

/** The first day on which a candidate may serve. */
export interface Earliest {
  readonly provider: Named;
  /** The first day on which it is permitted; left out where there is none. */
  readonly permitted?: string;
  /** The first day on which it may be permitted, where that is earlier or the other is left out. */
  readonly perhaps?: string;
}
