import type { StageLength } from '../vocabulary/period.ts';
import { limitsIn, type Parameter } from '../vocabulary/stated.ts';

/** Gives the lengths that a parameter of a procedure has as a text states it, on any reading, or as it is assumed. */
export function stageLengthsIn(parameter: Parameter<unknown>): readonly StageLength[] {
  return limitsIn(parameter).flatMap((limit) =>
    limit.is === 'set' && isLength(limit.value) ? [limit.value] : [],
  );
}

function isLength(value: unknown): value is StageLength {
  return typeof value === 'object' && value !== null && 'unit' in value;
}
