import type { DiagnosticCode } from '../../diagnostics/catalogue.ts';
import { inBackticks } from '../../diagnostics/plain-text.ts';
import { dayFromIso, type Day } from '../../vocabulary/day.ts';
import type { Report } from '../written/report.ts';
import type { Spot } from '../written/written.ts';
import { describe, nameOf, reportWrong } from './check-shape.ts';

/** The form of a day, whether or not a calendar has it. */
export const DAY_FORM = /^\d{4}-\d{2}-\d{2}$/;
const A_DAY = 'a day such as `2025-01-31`';

/** Reads a day. `unfit` is the code for what is no day at all, where that is a mistake of another sort. */
export function readDay(spot: Spot, report: Report, unfit?: DiagnosticCode): Day | undefined {
  const { value } = spot;
  if (typeof value === 'string' && DAY_FORM.test(value)) {
    const day = dayFromIso(value);
    return day ?? report('shape/impossible-date', spot, `no calendar has the day ${inBackticks(value)}`);
  }
  if (unfit === undefined) return reportWrong(spot, A_DAY, report);
  return report(unfit, spot, `${nameOf(spot)} is ${describe(spot)}, where ${A_DAY} belongs`);
}
