/** The act as a table of which at most one line holds; where none does, the outcome is `permitted`. */
export interface DecisionTable {
  /** The provider, and the facts that the act turns on. */
  readonly fields: readonly string[];
  /** By field, every value of its list. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  readonly lines: readonly TableLine[];
}

/** Every part that is given has to hold. */
export interface TableLine {
  /** Days since 1970: the first, and the one after the last. */
  readonly from?: number;
  readonly until?: number;
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly outcome: string;
}

/** One choice of a value for each field, in their order. */
export type Cell = readonly string[];
