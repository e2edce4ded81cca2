import type { Reach } from '../diagram/turns/reach.ts';
import type { Fact } from '../pack/pack.ts';
import { isoFromDay } from '../vocabulary/day.ts';
import type { AxisValue, Timeline } from './timeline.ts';

/** What a timeline is to show: a fact, where it is not the date, and between which values. */
export interface Axis {
  readonly fact?: Fact;
  readonly isDay: boolean;
  readonly reach: Reach;
}

/** Writes a value of an axis: a day as an ISO day. */
export function axisValue(value: number, { isDay }: Axis): AxisValue {
  return isDay ? isoFromDay(value) : value;
}

/** Says what is varied, and between which values. */
export function describeAxis(axis: Axis): Timeline['varied'] {
  const { fact, reach } = axis;
  return {
    is: fact === undefined ? 'date' : 'fact',
    ...(fact !== undefined && { fact: fact.id, question: fact.question }),
    ...(fact?.type.is === 'number' && fact.type.unit !== undefined && { unit: fact.type.unit }),
    from: axisValue(reach.from, axis),
    to: axisValue(reach.to, axis),
  };
}
