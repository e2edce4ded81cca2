import { outcomeOf, SETTLED_OUTCOMES, type SettledOutcome } from '../../vocabulary/outcome.ts';
import type { Decided } from './question.ts';

/** Gives the answer for a set of possible outcomes, one bit for each of `SETTLED_OUTCOMES`. Every set has one answer object. */
export function decidedOf(bits: number): Decided {
  const decided = EVERY_SET[bits];
  if (decided === undefined) throw new Error('no outcome is possible');
  return decided;
}

/** The bits of some outcomes. */
export function bitsOf(outcomes: readonly SettledOutcome[]): number {
  return outcomes.reduce((bits, outcome) => bits | (1 << SETTLED_OUTCOMES.indexOf(outcome)), 0);
}

const EVERY_SET: readonly (Decided | undefined)[] = Array.from(
  { length: 1 << SETTLED_OUTCOMES.length },
  (_, bits) => {
    const possible = SETTLED_OUTCOMES.filter((_outcome, place) => (bits & (1 << place)) !== 0);
    if (bits === 0) return undefined;
    return Object.freeze({ outcome: outcomeOf(possible), possible: Object.freeze(possible) });
  },
);
