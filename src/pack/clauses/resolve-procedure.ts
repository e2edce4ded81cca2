import * as z from 'zod';
import type { Parameter } from '../../vocabulary/stated.ts';
import { checkShape, reportWrong } from '../forms/check-shape.ts';
import { complete } from '../forms/complete.ts';
import { readDuration } from '../forms/read-duration.ts';
import { readList } from '../forms/read-list.ts';
import { readText, readWord } from '../forms/read-text.ts';
import { anything, fullMap } from '../forms/shape-leaves.ts';
import { CLOCKS, SILENCES, type Procedure } from '../pack.ts';
import { child, type Spot } from '../written/written.ts';
import type { ResolveContext } from './resolve-context.ts';
import { resolveStated, type ValueForm } from './resolve-stated.ts';

export const PROCEDURE_SHAPE = z.strictObject({
  notice: fullMap.exactOptional(),
  response: fullMap.exactOptional(),
  release: fullMap.exactOptional(),
});

const part = anything.exactOptional();
export const PART_SHAPES = {
  notice: z.strictObject({ requires: part, clock: part }),
  response: z.strictObject({ within: part, silence: part }),
  release: z.strictObject({ for: part }),
};

/** Resolves the procedure of a first right. Whatever is left out, or all of it, is unknown. */
export function resolveProcedure(spot: Spot, clause: string, context: ResolveContext): Procedure | undefined {
  const { report } = context;
  if (!isShaped(spot, context)) return undefined;
  const contents = {
    read: (each: Spot) => readList(each, (one) => readText(one, report), report),
    mayBeNone: true,
  };
  const clocks = { read: (each: Spot) => readWord(each, CLOCKS, report), mayBeNone: false };
  const durations = { read: (each: Spot) => readDuration(each, report), mayBeNone: true };
  const silences = { read: (each: Spot) => readWord(each, SILENCES, report), mayBeNone: false };
  const parameter = <T>(stage: string, key: string, form: ValueForm<T>) =>
    resolvePart(child(child(spot, stage), key), `${clause}.${stage}.${key}`, form, context);
  return complete({
    requires: parameter('notice', 'requires', contents),
    clock: parameter('notice', 'clock', clocks),
    within: parameter('response', 'within', durations),
    silence: parameter('response', 'silence', silences),
    releaseFor: parameter('release', 'for', durations),
  });
}

function isShaped(spot: Spot, context: ResolveContext): boolean {
  if (spot.value === undefined) return true;
  if (Object.keys(spot.value ?? {}).length === 0) {
    reportWrong(spot, 'a procedure', context.report);
    return false;
  }
  const shape = checkShape(spot, PROCEDURE_SHAPE, context.report);
  const parts = Object.entries(PART_SHAPES).map(([stage, partShape]) => {
    const stageSpot = child(spot, stage);
    return (
      shape?.[stage as keyof typeof PART_SHAPES] === undefined ||
      checkShape(stageSpot, partShape, context.report)
    );
  });
  return shape !== undefined && parts.every(Boolean);
}

function resolvePart<T>(
  spot: Spot,
  wanted: string,
  form: ValueForm<T>,
  context: ResolveContext,
): Parameter<T> | undefined {
  const id = context.parameterId(wanted);
  if (spot.value === undefined) return { id, stated: { is: 'unknown' } };
  const stated = resolveStated(spot, form, context);
  return stated && { id, stated };
}
