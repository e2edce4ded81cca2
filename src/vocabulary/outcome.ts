/** What all clauses together say, worst first: the order in which the acts of one deal are summed up. */
export const SETTLED_OUTCOMES = [
  'prohibited',
  'conflicted',
  'first-refusal',
  'conditional',
  'permitted',
] as const;

/** An outcome that one completion of the facts gives. */
export type SettledOutcome = (typeof SETTLED_OUTCOMES)[number];

/** A settled outcome, or `undetermined` where completions of what is unknown differ. */
export type Outcome = SettledOutcome | 'undetermined';

/** Gives the worse of two outcomes. */
export function worse(one: SettledOutcome, other: SettledOutcome): SettledOutcome {
  return SETTLED_OUTCOMES.indexOf(one) <= SETTLED_OUTCOMES.indexOf(other) ? one : other;
}

/** Sums a set of possible outcomes up in one: the only member, or `undetermined`. */
export function outcomeOf(possible: readonly SettledOutcome[]): Outcome {
  const [only, ...others] = possible;
  if (only === undefined) throw new RangeError('no outcome is possible');
  return others.length === 0 ? only : 'undetermined';
}

/** Orders a set of outcomes worst first, each once. */
export function inOrder(outcomes: Iterable<SettledOutcome>): SettledOutcome[] {
  const set = new Set(outcomes);
  return SETTLED_OUTCOMES.filter((outcome) => set.has(outcome));
}
