import { inBackticks } from '../../diagnostics/plain-text.ts';
import type { Calendar } from '../../vocabulary/calendar.ts';
import { DURATION_UNITS, type Duration, type DurationUnit } from '../../vocabulary/duration.ts';
import type { Period, StageLength } from '../../vocabulary/period.ts';
import type { Report } from '../written/report.ts';
import type { Spot } from '../written/written.ts';
import { describe, nameOf } from './check-shape.ts';
import { checkName, type Names } from './names.ts';

export const DURATION = /^([1-9]\d{0,4}) (calendar-day|week|month|year)s?$/;

const BUSINESS_DAYS = /^([1-9]\d{0,4}) business-days?(?: on (\S+))?$/;
const PUT_OFF = /^(.+) or next business-day(?: on (\S+))?$/;

/** A hundred years in each unit. */
const LONGEST: Readonly<Record<DurationUnit, number>> = {
  'calendar-days': 36_500,
  weeks: 5214,
  months: 1200,
  years: 100,
};

/** Reads `30 calendar-days`, `2 weeks`, `6 months` or `1 year`: whole, more than nothing, a hundred years at most. */
export function readDuration(spot: Spot, report: Report): Duration | undefined {
  return durationIn(spot.value) ?? refuseDuration(spot, PLAIN, report);
}

function durationIn(value: unknown): Duration | undefined {
  const [, digits, word] = typeof value === 'string' ? (DURATION.exec(value) ?? []) : [];
  const count = Number(digits);
  const unit = DURATION_UNITS.find((each) => each === `${word ?? ''}s`);
  return unit !== undefined && count <= LONGEST[unit] ? { count, unit } : undefined;
}

function refuseDuration(spot: Spot, examples: string, report: Report): undefined {
  const message = `${nameOf(spot)} is ${describe(spot)}, where a duration belongs`;
  const hint = `write it like ${examples}, at most a hundred years`;
  return report('shape/bad-duration', spot, message, { hint });
}

const PLAIN = '`30 calendar-days`, `2 weeks`, `6 months` or `1 year`';
const ON_CALENDARS = `${PLAIN}, or with a calendar \`10 business-days on city\``;
const PUT_OFF_TOO = `${ON_CALENDARS} or \`30 calendar-days or next business-day on city\``;

/** Reads a period, or `30 calendar-days or next business-day on new-york`; the calendar need not be named where there is but one. */
export function readStageLength(
  spot: Spot,
  calendars: Names<Calendar>,
  report: Report,
): StageLength | undefined {
  const { value } = spot;
  const [, duration, named] = typeof value === 'string' ? (PUT_OFF.exec(value) ?? []) : [];
  if (duration === undefined) return periodIn(spot, calendars, PUT_OFF_TOO, report);
  const of = durationIn(duration);
  if (of === undefined) return refuseDuration(spot, PUT_OFF_TOO, report);
  const calendar = calendarOf(named, spot, calendars, report);
  return calendar && { unit: 'or-next-business-day', of, calendar };
}

/** Reads a duration, or `10 business-days on new-york`; the calendar need not be named where the pack has but one. */
export function readPeriod(spot: Spot, calendars: Names<Calendar>, report: Report): Period | undefined {
  return periodIn(spot, calendars, ON_CALENDARS, report);
}

function periodIn(
  spot: Spot,
  calendars: Names<Calendar>,
  examples: string,
  report: Report,
): Period | undefined {
  const { value } = spot;
  const [, digits, named] = typeof value === 'string' ? (BUSINESS_DAYS.exec(value) ?? []) : [];
  const count = Number(digits);
  if (digits === undefined || count > LONGEST['calendar-days'])
    return durationIn(value) ?? refuseDuration(spot, examples, report);
  const calendar = calendarOf(named, spot, calendars, report);
  return calendar && { count, unit: 'business-days', calendar };
}

function calendarOf(
  named: string | undefined,
  spot: Spot,
  calendars: Names<Calendar>,
  report: Report,
): Calendar | undefined {
  return named === undefined
    ? onlyCalendar(spot, calendars, report)
    : readCalendar(named, spot, calendars, report);
}

function readCalendar(
  id: string,
  spot: Spot,
  calendars: Names<Calendar>,
  report: Report,
): Calendar | undefined {
  const naming = { code: 'calendar/undeclared', noun: 'a calendar' } as const;
  if (!checkName(id, spot, calendars, naming, report)) return undefined;
  return compact(calendars.declared.get(id));
}

function onlyCalendar(
  spot: Spot,
  { declared, whole }: Names<Calendar>,
  report: Report,
): Calendar | undefined {
  const [id] = declared.keys();
  if (id !== undefined && declared.size === 1) return compact(declared.get(id));
  if (!whole) return undefined;
  if (id === undefined) {
    return report('calendar/none-declared', spot, `${describe(spot)} are counted on no calendar`);
  }
  const message = `${describe(spot)} may be counted on several calendars`;
  return report('calendar/not-named', spot, message, {
    hint: `write ${inBackticks(`${String(spot.value)} on ${id}`)}`,
  });
}

/** What it takes to count: the same for all durations on one calendar. */
function compact(calendar: Calendar | undefined): Calendar | undefined {
  if (calendar === undefined) return undefined;
  const { id, closed, holidays, covers } = calendar;
  return { id, closed, holidays, covers };
}
