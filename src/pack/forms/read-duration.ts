import { DURATION_UNITS, type Duration, type DurationUnit } from '../../vocabulary/duration.ts';
import type { Report } from '../written/report.ts';
import type { Spot } from '../written/written.ts';
import { describe, nameOf } from './check-shape.ts';

export const DURATION = /^([1-9]\d{0,4}) (calendar-day|week|month|year)s?$/;

/** A hundred years in each unit. */
const LONGEST: Readonly<Record<DurationUnit, number>> = {
  'calendar-days': 36_500,
  weeks: 5214,
  months: 1200,
  years: 100,
};

/** Reads `30 calendar-days`, `2 weeks`, `6 months` or `1 year`: whole, more than nothing, a hundred years at most. */
export function readDuration(spot: Spot, report: Report): Duration | undefined {
  const { value } = spot;
  const [, digits, word] = typeof value === 'string' ? (DURATION.exec(value) ?? []) : [];
  const count = Number(digits);
  const unit = DURATION_UNITS.find((each) => each === `${word ?? ''}s`);
  if (unit !== undefined && count <= LONGEST[unit]) return { count, unit };
  const message = `${nameOf(spot)} is ${describe(spot)}, where a duration belongs`;
  const hint = 'write it like `30 calendar-days`, `2 weeks`, `6 months` or `1 year`, at most a hundred years';
  return report('shape/bad-duration', spot, message, { hint });
}
