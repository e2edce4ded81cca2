import { dayFromIso } from '../../vocabulary/day.ts';
import type { AxisValue, Piece, VariedPart } from '../timeline.ts';

/** Where pieces lie between the first value and the last: from nought to one. */
export interface Scale {
  readonly startOf: (piece: Piece) => number;
  readonly endOf: (piece: Piece) => number;
  /** How many days, or how much, the whole is. */
  readonly length: number;
}

/** Lays values out evenly. A piece of days reaches to the end of its last day. */
export function scaleOf({ from, to }: VariedPart): Scale {
  const isDay = typeof from === 'string';
  const low = numberOf(from);
  const length = Math.max(numberOf(to) + (isDay ? 1 : 0) - low, Number.MIN_VALUE);
  return {
    startOf: (piece) => (numberOf(piece.from) - low) / length,
    endOf: (piece) => (numberOf(piece.to) + (isDay ? 1 : 0) - low) / length,
    length,
  };
}

function numberOf(value: AxisValue): number {
  return typeof value === 'number' ? value : (dayFromIso(value) ?? 0);
}
