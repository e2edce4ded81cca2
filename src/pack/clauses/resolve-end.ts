import * as z from 'zod';
import type { Day } from '../../vocabulary/day.ts';
import type { Duration } from '../../vocabulary/duration.ts';
import type { Parameter } from '../../vocabulary/stated.ts';
import { checkShape } from '../forms/check-shape.ts';
import { readName } from '../forms/names.ts';
import { readDay } from '../forms/read-day.ts';
import { readDuration } from '../forms/read-duration.ts';
import { anything } from '../forms/shape-leaves.ts';
import { factsOfType } from '../vocabulary/vocabulary.ts';
import { child, isMap, type Spot } from '../written/written.ts';
import type { ResolveContext } from './resolve-context.ts';
import { resolveStated } from './resolve-stated.ts';

export const EVENT_SHAPE = z.strictObject({ event: anything });

/** Resolves a clause's own end: a day, or the event on whose day it ends. */
export function resolveEnd(spot: Spot, clause: string, context: ResolveContext) {
  const id = context.parameterId(`${clause}.until`);
  if (spot.value === undefined) return { until: { id, stated: { is: 'none' } } as const };
  if (isMap(spot.value) && child(spot, 'event').value !== undefined) {
    return { until: { id, stated: { is: 'none' } } as const, untilEvent: readEvent(spot, context) };
  }
  const read = (each: Spot) => readDay(each, context.report);
  const stated = resolveStated<Day>(spot, { read, mayBeNone: true }, context);
  return { until: stated && { id, stated } };
}

/** Resolves how long a clause goes on after whatever ends it. */
export function resolveSurvival(
  spot: Spot,
  clause: string,
  context: ResolveContext,
): Parameter<Duration> | undefined {
  const id = context.parameterId(`${clause}.survives`);
  const read = (each: Spot) => readDuration(each, context.report);
  const stated = resolveStated(spot, { read, mayBeNone: true }, context);
  return stated && { id, stated };
}

function readEvent(spot: Spot, context: ResolveContext): string | undefined {
  const shape = checkShape(spot, EVENT_SHAPE, context.report);
  const events = factsOfType(context.vocabulary.facts, 'event');
  const naming = { code: 'clause/undeclared-fact', noun: 'an event' } as const;
  return shape && readName(child(spot, 'event'), events, naming, context.report);
}
