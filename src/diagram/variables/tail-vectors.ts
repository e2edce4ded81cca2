import type { Duration } from '../../vocabulary/duration.ts';
import { textOfOffset, type Offset, type Step } from '../../vocabulary/offset.ts';

/**
 * Gives the sets of tails, as bits, that may be over together: a longer tail is never over without a shorter one. Of two
 * tails of about the same length either may be first, so that some of the sets may never occur.
 */
export function tailVectors(tails: readonly Offset[]): readonly number[] {
  const reaches = tails.map(reachOf);
  const order = tails
    .map((_, place) => place)
    .toSorted((one, other) => low(reaches, one) - low(reaches, other));
  let vectors = [0];
  for (const place of order) {
    const shorter = order.filter((other) => other !== place && isShorter(reaches, other, place));
    const needed = shorter.reduce((bits, other) => bits | (1 << other), 0);
    vectors = vectors.flatMap((bits) => ((bits & needed) === needed ? [bits, bits | (1 << place)] : [bits]));
  }
  return vectors.toSorted((one, other) => one - other);
}

/** How many days a tail takes at the least and at the most. */
interface Reach {
  readonly least: number;
  readonly most: number;
  readonly text: string;
}

function reachOf(tail: Offset): Reach {
  const parts = tail.steps.map(reachOfStep);
  return {
    least: parts.reduce((sum, { least }) => sum + least, 0),
    most: parts.reduce((sum, { most }) => sum + most, 0),
    text: textOfOffset(tail),
  };
}

function reachOfStep({ towards, by }: Step): Omit<Reach, 'text'> {
  const { least, most } = by.unit === 'business-days' ? { least: by.count, most: Infinity } : daysIn(by);
  return towards === 'after' ? { least, most } : { least: -most, most: -least };
}

function daysIn({ count, unit }: Duration): Omit<Reach, 'text'> {
  if (unit === 'calendar-days') return { least: count, most: count };
  if (unit === 'weeks') return { least: count * 7, most: count * 7 };
  const about = (unit === 'months' ? count : count * 12) * DAYS_A_MONTH;
  return { least: Math.floor(about) - MONTHS_DIFFER_BY, most: Math.ceil(about) + MONTHS_DIFFER_BY };
}

const DAYS_A_MONTH = 365.2425 / 12;
/** Months, and leap years between centuries, take so many days more or less than their share, and no more. */
const MONTHS_DIFFER_BY = 6;

function isShorter(reaches: readonly Reach[], one: number, other: number): boolean {
  const [first, second] = [reaches[one], reaches[other]];
  return first !== undefined && second !== undefined && first.most < second.least;
}

function low(reaches: readonly Reach[], place: number): number {
  return reaches[place]?.least ?? 0;
}
