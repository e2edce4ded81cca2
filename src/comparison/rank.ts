import type { SettledOutcome } from '../vocabulary/outcome.ts';

/** Which way a change goes; `neither` between outcomes that stand equally in the way. */
export type Direction = 'more-permissive' | 'more-restrictive' | 'neither';

/**
 * How far an outcome stands in the way of a deal. Promises that cannot all be kept stand as far in the way as a ban: neither
 * lets the deal be done in keeping with the contracts.
 */
const RANK: Readonly<Record<SettledOutcome, number>> = {
  permitted: 0,
  conditional: 1,
  'first-refusal': 2,
  conflicted: 3,
  prohibited: 3,
};

/** Gives the direction of a change of outcome. */
export function directionOf(before: SettledOutcome, after: SettledOutcome): Direction {
  if (RANK[before] === RANK[after]) return 'neither';
  return RANK[before] < RANK[after] ? 'more-restrictive' : 'more-permissive';
}
