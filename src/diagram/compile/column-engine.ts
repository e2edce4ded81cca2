import type { DayClasses } from './day-classes.ts';
import type { KeyLayout } from './column-key.ts';
import type { Question } from './question.ts';
import type { RootFinder } from './root-finder.ts';
import type { Slot } from './slots.ts';

/** What columns are decided with. */
export interface ColumnEngine {
  readonly code: Int32Array;
  readonly slots: ReadonlyMap<string, Slot>;
  /** By level: the class of a variable of which no column speaks. */
  readonly fallbacks: Int32Array;
  /** By level how many classes there are. */
  readonly widths: ArrayLike<number>;
  readonly days: DayClasses;
  readonly dateLevel: number;
  /** The layouts used of late, by what they lay out. */
  readonly layouts: Map<string, KeyLayout>;
  readonly rootOf: RootFinder;
  /** Decides one question by all it says: the possible outcomes as bits, 0 where it is not valid. */
  readonly bitsOf: (question: Question) => number;
}
