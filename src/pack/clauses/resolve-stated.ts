import * as z from 'zod';
import { closest } from '../../diagnostics/suggest.ts';
import type { Limit, Stated } from '../../vocabulary/stated.ts';
import { checkShape, reportWrong } from '../forms/check-shape.ts';
import { anything, text } from '../forms/shape-leaves.ts';
import { child, isMap, type Spot } from '../written/written.ts';
import type { ResolveContext } from './resolve-context.ts';
import { BY_READING_SHAPE, resolveByReading } from './resolve-by-reading.ts';

export const ASSUMED_SHAPE = z.strictObject({ assume: anything, because: text });

/** How a contract's value is read where it is set. */
export interface ValueForm<T> {
  readonly read: (spot: Spot) => T | undefined;
  /** False where the absence of a limit would mean nothing. */
  readonly mayBeNone: boolean;
}

/** Resolves a value of a contract in any of its forms: the value, `none`, `unknown`, by reading, or assumed. */
export function resolveStated<T>(
  spot: Spot,
  form: ValueForm<T>,
  context: ResolveContext,
): Stated<T> | undefined {
  if (spot.value === 'unknown') return { is: 'unknown' };
  if (hasKeyOf(spot.value, Object.keys(BY_READING_SHAPE.shape))) {
    return resolveByReading(spot, (each) => resolveLimit(each, form), context);
  }
  if (!hasKeyOf(spot.value, Object.keys(ASSUMED_SHAPE.shape))) return resolveLimit(spot, form);
  const shape = checkShape(spot, ASSUMED_SHAPE, context.report);
  if (shape === undefined) return undefined;
  const assumed = child(spot, 'assume');
  if (assumed.value === 'unknown') {
    return reportWrong(
      assumed,
      'a value',
      context.report,
      'write `unknown` by itself, without an assumption',
    );
  }
  const limit = resolveLimit(assumed, form);
  return limit && { is: 'assumed', limit, because: shape.because };
}

/** A map that has none of the keys, nor one like them, is not such a value gone wrong, but something else altogether. */
function hasKeyOf(value: unknown, keys: readonly string[]): boolean {
  return (
    isMap(value) && Object.keys(value).some((key) => keys.includes(key) || closest(key, keys) !== undefined)
  );
}

function resolveLimit<T>(spot: Spot, form: ValueForm<T>): Limit<T> | undefined {
  if (spot.value === 'none' && form.mayBeNone) return { is: 'none' };
  const value = form.read(spot);
  return value === undefined ? undefined : { is: 'set', value };
}
