import type { Day } from './day.ts';
import type { Duration } from './duration.ts';

/** What is added up or counted over a period: one number for each combination of its keys. */
export interface Measure {
  /** The happenings that are counted, each as one, or by the amount that is added up. */
  readonly counted: readonly Counted[];
  /** What a happening has to be for it to be counted: for each key the values that fit. */
  readonly where: Readonly<Record<string, readonly KeyValue[]>>;
  /** Keys for which the measure is told apart: facts, or `provider`. The request's own value is the one that is meant. */
  readonly by: readonly string[];
  readonly over: Over;
  /** Which period is meant. */
  readonly in: Which;
  /** How long after its last day a period closes; left out, with the day after it. */
  readonly closesAfter?: Duration;
  /** What of a period exceeds this is counted once more in the period after it. */
  readonly excessOver?: number;
  /** True where the number is the average for each day of the period. */
  readonly isDaily: boolean;
  /** The number fact by which this request counts in, or 1 where it counts as one happening. */
  readonly adds?: string | 1;
  /** Of which other measure it is the share, in percent. */
  readonly shareOf?: string;
  /** True where the number is never a fraction. */
  readonly isWhole: boolean;
}

/** One sort of happening that a measure counts. */
export interface Counted {
  readonly happening: string;
  /** Left out where each counts as one. */
  readonly amount?: string;
}

export type KeyValue = string | boolean;

export const CALENDAR_PERIODS = ['month', 'quarter', 'year'] as const;

/** The periods over which is counted. Where they last longer than the step from one to the next, they overlap. */
export type Over =
  | { readonly is: 'every'; readonly step: Duration; readonly from: Day; readonly lasting?: Duration }
  | {
      readonly is: 'calendar';
      readonly unit: (typeof CALENDAR_PERIODS)[number];
      /** The first period starts on this day or after it. */
      readonly from?: Day;
      readonly lasting?: Duration;
    }
  /** As long as this, and up to the day of the request. */
  | { readonly is: 'trailing'; readonly lasting: Duration }
  | { readonly is: 'since'; readonly from: Day };

export const WHICH_PERIODS = ['current', 'last-closed', 'lowest-closed', 'highest-closed'] as const;

/**
 * Which of the periods gives the number. `low-for` is the figure that so many closed periods in a row did not exceed, the
 * lowest there is; `high-for` the one that so many in a row did not fall below, the highest.
 */
export type Which =
  | { readonly is: (typeof WHICH_PERIODS)[number] }
  | { readonly is: 'low-for' | 'high-for'; readonly periods: number };
