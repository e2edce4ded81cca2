/** Whole numbers that follow one another without a gap. */
export interface Run {
  readonly first: number;
  readonly last: number;
}

/** Joins neighbours among rising numbers. */
export function runsOf(numbers: readonly number[]): readonly Run[] {
  const runs: Run[] = [];
  for (const number of numbers) {
    const before = runs.at(-1);
    if (before !== undefined && before.last + 1 === number) {
      runs[runs.length - 1] = { first: before.first, last: number };
    } else runs.push({ first: number, last: number });
  }
  return runs;
}
