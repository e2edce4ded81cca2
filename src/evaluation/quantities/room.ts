import type { SettledOutcome } from '../../vocabulary/outcome.ts';
import type { Quantity } from './quantities.ts';

/** Whether a portion may be served, if only after steps: whatever the unknowns are, for some of them, or for none. */
export type Serves = 'always' | 'perhaps' | 'never';

/** A stretch of quantities of one fact, with nothing left out, that have room. */
export interface Room {
  readonly fact: string;
  readonly serves: Exclude<Serves, 'never'>;
  /** False where in some completion no reduction is needed, or this one is not enough. */
  readonly certain: boolean;
  /** The largest quantity of the stretch, and the smallest. */
  readonly top: Quantity;
  readonly bottom: Quantity;
  /** Places of the two among the portions. */
  readonly from: number;
  readonly to: number;
}

interface Place {
  readonly quantity: Quantity;
  readonly serves: Serves;
}

/** True for the outcomes for which it is worth making a deal smaller: it can be done, at once or after steps. */
export function servesWell(outcome: SettledOutcome): boolean {
  return outcome === 'permitted' || outcome === 'conditional';
}

/**
 * Finds the room among portions that are given fact by fact, the largest first: the uppermost stretch that always serves,
 * of the first fact that has one; failing that, the uppermost that may serve.
 */
export function roomIn(places: readonly Place[], isNeeded: boolean): Room | undefined {
  const always = stretchOf(places, (serves) => serves === 'always');
  if (always !== undefined) return { ...always, serves: 'always', certain: isNeeded };
  const perhaps = stretchOf(places, (serves) => serves !== 'never');
  return perhaps && { ...perhaps, serves: 'perhaps', certain: false };
}

function stretchOf(
  places: readonly Place[],
  fits: (serves: Serves) => boolean,
): Omit<Room, 'serves' | 'certain'> | undefined {
  const from = places.findIndex(({ serves }) => fits(serves));
  const top = places[from]?.quantity;
  if (top === undefined) return undefined;
  const after = places
    .slice(from)
    .findIndex(({ quantity, serves }) => quantity.fact !== top.fact || !fits(serves));
  const to = after === -1 ? places.length - 1 : from + after - 1;
  return { fact: top.fact, top, bottom: places[to]?.quantity ?? top, from, to };
}
