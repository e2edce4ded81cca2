import type * as z from 'zod';
import { listed } from '../../diagnostics/plain-text.ts';
import type { Report } from '../written/report.ts';
import { isMap, type Spot } from '../written/written.ts';
import { checkShape, reportWrong } from './check-shape.ts';

/** Checks a map that says something, and names its keys to those who wrote a value in its place. */
export function checkStage<Shape extends z.ZodObject>(
  spot: Spot,
  shape: Shape,
  belongs: string,
  report: Report,
  hint = `the keys here are ${listed(Object.keys(shape.shape), 'and')}`,
): z.infer<Shape> | undefined {
  const saysSomething = isMap(spot.value) && Object.keys(spot.value).length > 0;
  return saysSomething ? checkShape(spot, shape, report) : reportWrong(spot, belongs, report, hint);
}
