/** How many of some things there are. */
export interface Share {
  readonly of: number;
  readonly reached: number;
}

/** Writes the percentage with two decimals, rounded down. */
export function percentIn(share: Share): string {
  const hundredths = hundredthsIn(share);
  const decimals = String(hundredths % 100).padStart(2, '0');
  return `${String(Math.floor(hundredths / 100))}.${decimals} %`;
}

/** Hundredths of a percent that are reached in full: nothing is rounded up, and nothing out of nothing is all of it. */
function hundredthsIn({ of, reached }: Share): number {
  return of === 0 ? 10_000 : Math.floor((reached * 10_000) / of);
}

/** True where a floor of so many hundredths of a percent is reached. */
export function reaches({ of, reached }: Share, floor: number): boolean {
  return reached * 10_000 >= floor * of;
}
