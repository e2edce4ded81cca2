import * as z from 'zod';
import { anything, fullMap } from '../forms/shape-leaves.ts';

const part = anything.exactOptional();

export const PROCEDURE_SHAPE = z.strictObject({
  trigger: part,
  notice: part,
  response: part,
  exercise: part,
  negotiation: part,
  release: part,
  terms: part,
  pending: part,
});

const map = fullMap.exactOptional();

/** The shape of each stage that is a map. */
export const STAGE_SHAPES = {
  notice: z.strictObject({ requires: part, clock: part, 'at-most': part }),
  response: z.strictObject({ within: part, silence: part }),
  exercise: z.strictObject({ part, match: part, able: part, 'falls-short': part, effect: part }),
  negotiation: z.strictObject({ within: part, 'no-agreement': part }),
  release: z.strictObject({ for: part, to: part, declined: part, silent: part, 'no-agreement': part }),
  terms: z.strictObject({ 'better-for-grantor': map, tolerance: map, others: part, 'reopen-on': part }),
};

export const EXIT_SHAPE = z.strictObject({ for: anything });
export const FREQUENCY_SHAPE = z.strictObject({ notices: anything, in: anything });
