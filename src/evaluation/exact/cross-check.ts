import type { Witnessing } from '../../diagram/requests/exact-answer.ts';
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

  constructor(about: string, sides: BothSides, more: Readonly<Record<string, unknown>>) {
    super(`the engines disagree${about}: ${JSON.stringify({ ...sides, ...more })}`);
  }
}

/** Holds an exact answer against the bounds: something is possible, and nothing that the bounds leave out. */
export function crossCheck(sides: BothSides, request: Request): void {
  const { bounded, exact } = sides;
  if (exact.length === 0 || exact.some((outcome) => !bounded.includes(outcome))) {
    throw new EnginesDisagree('', sides, { request });
  }
}

/**
 * Holds a witness against the bounds of the request that it completes: its outcome is one of them, and so the only one
 * where they are down to one. Bounds with nothing in them say that the rules engine knows no such case, and a witness that says nothing singles
 * out no outcome.
 */
export function crossCheckWitness(sides: BothSides, { outcome, where }: Witnessing, request: Request): void {
  if (where.length > 0 && sides.bounded.includes(outcome)) return;
  const classes = where.map(({ variable, klass }) => [variable.key, variable.classes[klass]?.label]);
  const witness = { outcome, where: Object.fromEntries(classes) as unknown };
  throw new EnginesDisagree(' on a witness', sides, { witness, request });
}
