import type { SettledOutcome } from '../../vocabulary/outcome.ts';

/** A step away from a value: where the step ends, a value beyond it, and whether that value is the end itself. */
export interface Probe {
  readonly at: number;
  readonly value: number;
  readonly included: boolean;
}

/** The nearest step beyond which the answer is another, and how far steps were tried. */
export interface Searched {
  readonly flip?: Probe & { readonly possible: readonly SettledOutcome[] };
  /** The last end up to which the answer is known to be the same; `undefined` where there is no end to it. */
  readonly sameTo?: number;
}

/** Takes steps away from a value until the answer is another, one cannot be found, or there were enough of them. */
export function nearestFlip(
  probes: readonly Probe[],
  possible: readonly SettledOutcome[],
  possibleAt: (value: number) => readonly SettledOutcome[] | undefined,
): Searched {
  for (const [place, probe] of probes.entries()) {
    const found = place < MOST_STEPS ? possibleAt(probe.value) : undefined;
    if (found === undefined) return { sameTo: probe.at };
    if (found.join() !== possible.join()) return { flip: { ...probe, possible: found } };
  }
  return {};
}

/** In each direction so many places are tried at which an answer may change. */
const MOST_STEPS = 40;
