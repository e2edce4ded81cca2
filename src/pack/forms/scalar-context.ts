import type { Party } from '../pack.ts';
import type { Report } from '../written/report.ts';
import type { Spot } from '../written/written.ts';
import { describe, nameOf } from './check-shape.ts';
import type { Names } from './names.ts';

/** Whose mistake a wrong value is, and which parties there are. */
export interface ScalarContext {
  readonly phase: 'clause' | 'request';
  readonly parties: Names<Party>;
  readonly report: Report;
}

/** Reports a value that is not of its fact's type. */
export function reportUnfit(spot: Spot, belongs: string, context: ScalarContext, hint?: string): undefined {
  const message = `${nameOf(spot)} is ${describe(spot)}, where ${belongs} belongs`;
  return context.report(`${context.phase}/unfit-value`, spot, message, { hint });
}
