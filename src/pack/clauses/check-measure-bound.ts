import { inBackticks } from '../../diagnostics/plain-text.ts';
import type { NumberComparison } from '../../vocabulary/criterion.ts';
import type { Measure } from '../../vocabulary/measure.ts';
import type { Spot } from '../written/written.ts';
import type { ResolveContext } from './resolve-context.ts';
import type { Tested } from './tested.ts';

/** Checks that a measure can be on either side of a figure: every class that a figure cuts off can then come about. */
export function checkMeasureBound(
  spot: Spot,
  value: number | undefined,
  is: NumberComparison,
  { measure, subject }: Tested,
  context: ResolveContext,
): number | undefined {
  if (measure === undefined || value === undefined) return value;
  const why = whyIdle(measure, value, is === 'at-least' || is === 'less-than');
  if (why === undefined) return value;
  const id = subject.is === 'fact' ? subject.id : subject.is;
  return context.report('measure/idle-bound', spot, `${inBackticks(id)} ${why}`);
}

/** `isBefore` is true where the figure itself is on the far side. */
function whyIdle(measure: Measure, value: number, isBefore: boolean): string | undefined {
  if (measure.isWhole && !Number.isInteger(value))
    return 'is counted, and never lies between two whole numbers';
  if (value < 0 || (value === 0 && isBefore)) return 'is never less than nothing';
  if (measure.shareOf === undefined) return undefined;
  return value > 100 || (value === 100 && !isBefore) ? 'is a share, and never more than 100' : undefined;
}
