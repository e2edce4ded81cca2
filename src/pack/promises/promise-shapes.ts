import * as z from 'zod';
import { FINDING_CODES } from '../../diagnostics/finding-codes.ts';
import { anything, flag, oneOf, text } from '../forms/shape-leaves.ts';

export const ASSUMPTIONS = ['as-stated', 'open'] as const;

/** The shape of a promise; one of `never` and `always` is given. */
export const PROMISE_SHAPE = z.strictObject({
  id: anything,
  means: text,
  actor: anything,
  act: anything,
  providers: anything.exactOptional(),
  when: anything.exactOptional(),
  from: anything.exactOptional(),
  until: anything.exactOptional(),
  never: anything.exactOptional(),
  always: anything.exactOptional(),
  ordinarily: flag.exactOptional(),
  assumptions: oneOf(ASSUMPTIONS).exactOptional(),
  source: anything.exactOptional(),
});

export const SUPPRESSION_SHAPE = z.strictObject({ code: anything, of: text, because: text });

/** The codes that may be suppressed: a promise that is broken is mended, and an analysis that gave up found nothing. */
export const SUPPRESSIBLE = FINDING_CODES.filter(
  (code) => !['lint/broken-promise', 'lint/gave-up', 'lint/idle-suppression'].includes(code),
);
