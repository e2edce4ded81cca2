/** What was compared, and how often: a run is worth what it has counted. */
export interface Tally {
  pairs: number;
  /** Pairs with more completions than the judge can afford: they are compared with the rules engine alone. */
  skipped: number;
  /** Pairs with more than one completion. */
  incomplete: number;
  /** Answers on one provider, for one act or for all, held against the judge's. */
  answers: number;
  undetermined: number;
  /** Answers that say that they may be wider than exact: they have to hold all that is possible. */
  bounded: number;
  /** Answers of which it was compared what they turn on, and those that name a term of a procedure besides the record. */
  supports: number;
  termsBesides: number;
  /** Answers on several first rights over one gap in the record, and those of them that are wider than the judge's. */
  joint: number;
  jointWider: number;
  /** Those of them that name more than the judge. */
  jointNamesMore: number;
  /** Answers of a compiled pack, held against the judge's and those of `evaluate`. */
  compiled: number;
  /** Those of them, under assumptions left open, that name more than the judge. */
  compiledNamesMore: number;
  /** Answers of the rules engine alone. */
  bounds: number;
  witnesses: number;
  wholeWitnesses: number;
}

export function newTally(): Tally {
  const counts = { pairs: 0, skipped: 0, incomplete: 0, answers: 0, undetermined: 0, bounded: 0 };
  return {
    ...counts,
    supports: 0,
    termsBesides: 0,
    joint: 0,
    jointWider: 0,
    jointNamesMore: 0,
    compiled: 0,
    compiledNamesMore: 0,
    bounds: 0,
    witnesses: 0,
    wholeWitnesses: 0,
  };
}

/** The counts in one line. */
export function writtenCounts(counts: Iterable<readonly [string, number]>): string {
  return [...counts].map(([what, count]) => `${what} ${String(count)}`).join(', ');
}
