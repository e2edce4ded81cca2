import type { Duration } from '../../vocabulary/duration.ts';
import type { Report } from '../written/report.ts';
import type { Spot } from '../written/written.ts';
import { describe, nameOf } from './check-shape.ts';

const DURATION = /^([1-9]\d{0,4}) (calendar-day|week)s?$/;
const LONGEST_IN_DAYS = 36_500;

/** Reads `30 calendar-days` or `2 weeks`: whole, more than nothing, a hundred years at most. */
export function readDuration(spot: Spot, report: Report): Duration | undefined {
  const { value } = spot;
  const [, digits, unit] = typeof value === 'string' ? (DURATION.exec(value) ?? []) : [];
  const count = Number(digits);
  const days = unit === 'week' ? count * 7 : count;
  if (days <= LONGEST_IN_DAYS) return { count, unit: unit === 'week' ? 'weeks' : 'calendar-days' };
  const message = `${nameOf(spot)} is ${describe(spot)}, where a duration belongs`;
  const hint = `write it like \`30 calendar-days\` or \`2 weeks\`, at most ${String(LONGEST_IN_DAYS)} days`;
  return report('shape/bad-duration', spot, message, { hint });
}
