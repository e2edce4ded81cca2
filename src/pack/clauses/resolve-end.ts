import * as z from 'zod';
import type { Day } from '../../vocabulary/day.ts';
import type { Period } from '../../vocabulary/period.ts';
import type { Parameter } from '../../vocabulary/stated.ts';
import { checkShape } from '../forms/check-shape.ts';
import { readDay } from '../forms/read-day.ts';
import { readPeriod } from '../forms/read-duration.ts';
import { anything } from '../forms/shape-leaves.ts';
import { child, isMap, type Spot } from '../written/written.ts';
import type { ResolveContext } from './resolve-context.ts';
import {
  isAnchor,
  isCounted,
  readDayFact,
  resolveAnchor,
  resolveCountedDay,
  type CountedFrom,
} from './resolve-counted-day.ts';
import { resolveStated } from './resolve-stated.ts';

const EVENT_SHAPE = z.strictObject({ event: anything });

/** Resolves a clause's own first day, where that may be later than its instrument's. */
export function resolveBeginning(spot: Spot, clause: string, context: ResolveContext) {
  if (spot.value === undefined) return {};
  if (isCounted(spot) || isAnchor(spot)) {
    return { fromCounted: resolveCounted(spot, `${clause}.from`, context) };
  }
  const id = context.parameterId(`${clause}.from`);
  const read = (each: Spot) => readDay(each, context.report);
  const stated = resolveStated<Day>(spot, { read, mayBeNone: false }, context);
  return { from: stated && { id, stated } };
}

/** Resolves a clause's own end: a day, one that is counted, or the event on whose day it ends. */
export function resolveEnd(spot: Spot, clause: string, context: ResolveContext) {
  const id = context.parameterId(`${clause}.until`);
  if (spot.value === undefined) return { until: { id, stated: { is: 'none' } } as const };
  if (isMap(spot.value) && !isCounted(spot) && child(spot, 'event').value !== undefined) {
    const shape = checkShape(spot, EVENT_SHAPE, context.report);
    const untilEvent = shape && readDayFact(child(spot, 'event'), 'event', context)?.fact;
    return { until: { id, stated: { is: 'none' } } as const, untilEvent };
  }
  if (isCounted(spot) || isAnchor(spot)) {
    const untilCounted = resolveCounted(spot, `${clause}.until`, context);
    return { until: { id, stated: { is: 'none' } } as const, untilCounted };
  }
  const read = (each: Spot) => readDay(each, context.report);
  const stated = resolveStated<Day>(spot, { read, mayBeNone: true }, context);
  return { until: stated && { id, stated } };
}

function resolveCounted(spot: Spot, name: string, context: ResolveContext): CountedFrom | undefined {
  if (isCounted(spot)) return resolveCountedDay(spot, name, context);
  const anchor = resolveAnchor(spot, context);
  return anchor && { anchor };
}

/** Resolves how long a clause goes on after whatever ends it. */
export function resolveSurvival(
  spot: Spot,
  clause: string,
  context: ResolveContext,
): Parameter<Period> | undefined {
  const id = context.parameterId(`${clause}.survives`);
  const read = (each: Spot) => readPeriod(each, context.vocabulary.calendars, context.report);
  const stated = resolveStated(spot, { read, mayBeNone: true }, context);
  return stated && { id, stated };
}
