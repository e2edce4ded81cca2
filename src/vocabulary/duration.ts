import { dayFromIso, isoFromDay, type Day } from './day.ts';

/** A length of time that every calendar counts alike. A month ends on the same day of the month, or on the month's last. */
export interface Duration {
  readonly count: number;
  readonly unit: DurationUnit;
}

export const DURATION_UNITS = ['calendar-days', 'weeks', 'months', 'years'] as const;
/** What a duration is counted in. Business days are not among them: they need a calendar (`period.ts`). */
export type DurationUnit = (typeof DURATION_UNITS)[number];

/** Gives the day that lies a duration before a day. A month before lies on the same day of the month, or on its last. */
export function dayBefore(day: Day, { count, unit }: Duration): Day {
  return dayAfter(day, { count: -count, unit });
}

/** Gives the day on which a duration that is counted from a day, that day excluded, ends. */
export function dayAfter(day: Day, { count, unit }: Duration): Day {
  switch (unit) {
    case 'calendar-days':
      return day + count;
    case 'weeks':
      return day + count * 7;
    case 'months':
      return monthsAfter(day, count);
    case 'years':
      return monthsAfter(day, count * 12);
  }
}

function monthsAfter(day: Day, months: number): Day {
  const [year = 0, month = 0, dayOfMonth = 0] = isoFromDay(day).split('-').map(Number);
  const later = year * 12 + (month - 1) + months;
  const target = { year: Math.floor(later / 12), month: (later % 12) + 1 };
  const last = new Date(Date.UTC(target.year, target.month, 0)).getUTCDate();
  const iso = [target.year, target.month, Math.min(dayOfMonth, last)].map((part, place) =>
    pad(part, place === 0 ? 4 : 2),
  );
  return dayFromIso(iso.join('-')) ?? (months < 0 ? -Infinity : Infinity);
}

function pad(part: number, width: number): string {
  return String(part).padStart(width, '0');
}
