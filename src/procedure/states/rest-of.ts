import type { ExerciseEvent } from '../../pack/request.ts';

/** Gives what is left of a quantity of which a part was taken. */
export function restOf({ taken, of }: NonNullable<ExerciseEvent['takes']>): number {
  return Number((of - taken).toPrecision(PRECISION));
}

/** Significant digits that are kept of a difference, so that 0.3 less 0.1 leaves 0.2. */
const PRECISION = 12;
