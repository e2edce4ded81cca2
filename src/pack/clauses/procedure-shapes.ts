import * as z from 'zod';
import { anything, fullMap } from '../forms/shape-leaves.ts';

const part = anything.exactOptional();
const stage = fullMap.exactOptional();

export const PROCEDURE_SHAPE = z.strictObject({
  trigger: part,
  notice: stage,
  response: stage,
  exercise: stage,
  negotiation: part,
  release: stage,
  terms: stage,
  pending: part,
});

/** The shape of each stage that is a map. */
export const STAGE_SHAPES = {
  notice: z.strictObject({ requires: part, clock: part, 'at-most': stage }),
  response: z.strictObject({ within: part, silence: part }),
  exercise: z.strictObject({ part, match: part, able: part, 'falls-short': part, effect: part }),
  negotiation: z.strictObject({ within: part, 'no-agreement': part }),
  release: z.strictObject({ for: part, to: part, declined: stage, silent: stage, 'no-agreement': stage }),
  terms: z.strictObject({ 'better-for-grantor': stage, tolerance: stage, others: part, 'reopen-on': part }),
};

export const EXIT_SHAPE = z.strictObject({ for: anything });
export const FREQUENCY_SHAPE = z.strictObject({ notices: anything, in: anything });
