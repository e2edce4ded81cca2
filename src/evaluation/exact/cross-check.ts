import type { Request } from '../../pack/request.ts';
import type { SettledOutcome } from '../../vocabulary/outcome.ts';

/** What the two engines say of the same. */
export interface BothSides {
  readonly candidate: string;
  readonly acts: readonly string[];
  /** Bounds by the rules engine, clause by clause: never narrower than exact. */
  readonly bounded: readonly SettledOutcome[];
  readonly exact: readonly SettledOutcome[];
}

/** Thrown where the two engines contradict each other: a mistake of ours, never an answer. */
class EnginesDisagree extends Error {
  override readonly name = 'EnginesDisagree';

  constructor(sides: BothSides, request: Request) {
    super(`the engines disagree: ${JSON.stringify({ ...sides, request })}`);
  }
}

/** Holds an exact answer against the bounds: something is possible, and nothing that the bounds leave out. */
export function crossCheck(sides: BothSides, request: Request): void {
  const { bounded, exact } = sides;
  if (exact.length === 0 || exact.some((outcome) => !bounded.includes(outcome))) {
    throw new EnginesDisagree(sides, request);
  }
}
