import type { Named } from '../evaluation/decision.ts';
import type { Outcome, SettledOutcome } from '../vocabulary/outcome.ts';

/** Recorded decisions asked again of other rules, and what made each difference: plain data, in the order of the record. */
export interface Replay {
  readonly format: 'compute-rights/replay/1';
  /** The rules of before, where they were given; without them no difference is traced to a clause. */
  readonly before?: ReplayedPack;
  readonly after: ReplayedPack;
  /** ISO day on which all are asked now; absent where each is asked on its own. */
  readonly day?: string;
  readonly unchanged: number;
  readonly reasonChanged: number;
  readonly flipped: number;
  readonly decisions: readonly ReplayedDecision[];
}

/** A pack by its content. */
export interface ReplayedPack {
  readonly id: string;
  readonly title: string;
  readonly digest: string;
}

/** How a decision or an answer compares: with the same outcomes for other reasons, or with others. */
export type ReplayResult = 'unchanged' | 'reason-changed' | 'flipped';

/** One recorded decision, asked again. */
export interface ReplayedDecision {
  /** The line of the record, from 1. */
  readonly line: number;
  readonly result: ReplayResult;
  /** Digests of the rules and of the request, as recorded. */
  readonly rules: string;
  readonly request: string;
  /** ISO day for which it was decided. */
  readonly date: string;
  readonly actor: Named;
  readonly acts: readonly Named[];
  /** What is wrong with the request by the rules of now; empty where they answer it. */
  readonly refusals: readonly string[];
  readonly answers: readonly ReplayedAnswer[];
}

/** What became of the answer for one provider. */
export interface ReplayedAnswer {
  readonly provider: string;
  readonly name: string;
  readonly result: ReplayResult;
  readonly before: Outcome;
  /** `refused` where the rules of now do not answer the request, or not for this provider. */
  readonly after: Outcome | 'refused';
  /** Every outcome that was possible, and that is; none where it is refused. */
  readonly possibleBefore: readonly SettledOutcome[];
  readonly possibleAfter: readonly SettledOutcome[];
  /** The acts in which the answer differs, each on its own. */
  readonly acts: readonly ReplayedAct[];
  /** What, put back as it was, restores the recorded answer; empty where the answer is unchanged or nothing was found. */
  readonly causes: readonly Cause[];
  /** True where no cause restores it alone, but all of them together. */
  readonly together: boolean;
  /** Why nothing was found, or not everything was tried, in words. */
  readonly unattributed?: string;
}

/** One act whose answer differs. */
export interface ReplayedAct {
  readonly act: string;
  readonly title: string;
  readonly before: Outcome;
  readonly after: Outcome | 'refused';
  /** Clauses that govern now and did not, and those that do no longer. */
  readonly nowGoverns: readonly string[];
  readonly noLongerGoverns: readonly string[];
  /** What else differs under an equal outcome. */
  readonly otherwise: readonly ('steps' | 'turns-on')[];
}

/**
 * What made a difference. `fact`: what the words of requests mean. `date`: the day asked for, one in the rules, or a calendar.
 * `program`: neither rules nor request differ.
 */
export type CauseKind = 'fact' | 'amendment' | 'reading' | 'assumption' | 'date' | 'program';

/** A part of the rules, or the day, that was found to make a difference by putting it back. */
export interface Cause {
  readonly kind: CauseKind;
  readonly instrument?: string;
  readonly clause?: string;
  /** Where it stands in its document, as `clauses.first-refusal.when.megawatts`; absent for the whole of an instrument. */
  readonly part?: string;
  readonly change: 'added' | 'removed' | 'changed';
  /** The values, where they are short. */
  readonly before?: string;
  readonly after?: string;
  /** True where it makes no difference alone, but the other causes make no sense without it. */
  readonly forSense?: true;
}
