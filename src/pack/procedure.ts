import type { StageLength } from '../vocabulary/period.ts';
import type { Parameter } from '../vocabulary/stated.ts';

/** Stages through which a deal with somebody else comes about, earliest first. */
export const STAGES = ['intent', 'letter-of-intent', 'offer'] as const;
/** The stage of a deal from which a first right has to be honoured: `offer` is one that its maker is ready to accept. */
export type Trigger = (typeof STAGES)[number];

export const CLOCKS = [
  'complete-notice-received',
  'notice-received',
  'notice-given',
  'last-information-received',
] as const;
/** What a response window is counted from; the first and the last wait for all that has to be received. */
export type Clock = (typeof CLOCKS)[number];

export const SILENCES = ['releases', 'declines', 'does-not-release'] as const;
/** What it means that the window passes without a word. */
export type Silence = (typeof SILENCES)[number];

export const PART_RULES = ['allowed', 'not-allowed'] as const;
/** Whether the holder may take a part of the deal. */
export type PartRule = (typeof PART_RULES)[number];

export const MATCH_STANDARDS = ['same', 'same-or-better', 'any-terms'] as const;
/** How the terms on which the holder takes a deal have to compare with those offered, from the grantor's side. */
export type MatchStandard = (typeof MATCH_STANDARDS)[number];

export const SHORTFALLS = ['declines', 'no-answer'] as const;
/** What an exercise counts as that the text does not allow: a decline, or nothing at all. */
export type Shortfall = (typeof SHORTFALLS)[number];

export const EXERCISE_EFFECTS = ['reserves', 'reserves-nothing'] as const;
/** Whether an exercise keeps others out. */
export type ExerciseEffect = (typeof EXERCISE_EFFECTS)[number];

/** What stands for a length of talks where the text has none. */
export const NO_TALKS = 'no-talks';

export const NO_AGREEMENTS = ['releases', 'does-not-release'] as const;
/** What it means that the talks pass without an agreement. */
export type NoAgreement = (typeof NO_AGREEMENTS)[number];

export const TERM_DIRECTIONS = ['lower', 'higher', 'unordered'] as const;
/** Which way a term of a deal is better for the grantor; `unordered` where neither is. */
export type TermDirection = (typeof TERM_DIRECTIONS)[number];

export const OTHER_TERMS = ['immaterial', 'material'] as const;
/** Whether terms count that the procedure does not name. */
export type OtherTerms = (typeof OTHER_TERMS)[number];

export const REOPENINGS = ['any-change', 'better-for-grantor', 'worse-for-grantor', 'none'] as const;
/** After which changes of its terms a deal has to be offered again. */
export type Reopening = (typeof REOPENINGS)[number];

export const PENDING_RULES = ['survives', 'extinguished'] as const;
/** What becomes of a procedure under way when its clause ends. */
export type PendingRule = (typeof PENDING_RULES)[number];

/** The ways in which a first right may free the grantor, each with a length of its own. */
export type Exit = 'declined' | 'silent' | 'noAgreement';

/** The stages of a first right. A stage that the text leaves out is an unknown parameter. */
export interface Procedure {
  readonly trigger: Parameter<Trigger>;
  /** Contents without which a notice is not complete; `none` where any notice will do. */
  readonly requires: Parameter<readonly string[]>;
  readonly clock: Parameter<Clock>;
  /** A limit on how often the holder may be given notice of one deal; absent where there is none. */
  readonly frequency?: { readonly notices: number; readonly period: StageLength };
  /** Response window: the day of receipt is excluded, the last day included; `none` where no time runs. */
  readonly within: Parameter<StageLength>;
  readonly silence: Parameter<Silence>;
  readonly part: Parameter<PartRule>;
  readonly match: Parameter<MatchStandard>;
  /** The boolean fact or assessment without which an exercise does not count; absent where there is no such gate. */
  readonly able?: string;
  readonly fallsShort: Parameter<Shortfall>;
  readonly effect: Parameter<ExerciseEffect>;
  /** Whether there may be no talks at all where their length is not known: the text does not speak of them. */
  readonly mayLackTalks: boolean;
  /** How long holder and grantor talk once the holder has said that it is interested; `none` where without end. */
  readonly talks: Parameter<StageLength | typeof NO_TALKS>;
  readonly noAgreement: Parameter<NoAgreement>;
  /** How long each exit frees the grantor, counted like the window; `none` where for good. */
  readonly releaseFor: Readonly<Record<Exit, Parameter<StageLength>>>;
  /** Whether a release frees the grantor towards the counterparty of the deal alone, or towards anyone. */
  readonly releaseTo: 'counterparty' | 'anyone';
  readonly terms: DealTerms;
  readonly pending: Parameter<PendingRule>;
}

/** The terms of a deal that matter to a first right, and what a change of them does. */
export interface DealTerms {
  /** Material terms, and which way each is better for the grantor. */
  readonly better: Readonly<Record<string, TermDirection>>;
  /** Percentages of the earlier value up to which a change of a number does not count. */
  readonly tolerance: Readonly<Record<string, number>>;
  readonly others: Parameter<OtherTerms>;
  readonly reopenOn: Parameter<Reopening>;
}
