/** A calendar day as the number of days since 1970-01-01: whole, zone-free, comparable with `<`. */
export type Day = number;

const MILLISECONDS_A_DAY = 86_400_000;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads an ISO day such as `2025-01-21`; `undefined` for any other text and for days no calendar has (`2025-02-30`). */
export function dayFromIso(text: string): Day | undefined {
  if (!ISO_DAY.test(text)) return undefined;
  const day = Date.parse(`${text}T00:00:00Z`) / MILLISECONDS_A_DAY;
  return Number.isInteger(day) && isoFromDay(day) === text ? day : undefined;
}

/** Writes a day as `YYYY-MM-DD`. Days outside the years 0001 to 9999 are clamped to the nearest of them. */
export function isoFromDay(day: Day): string {
  const bounded = Math.min(Math.max(day, FIRST_DAY), LAST_DAY);
  return new Date(bounded * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

const FIRST_DAY = Date.parse('0001-01-01T00:00:00Z') / MILLISECONDS_A_DAY;
const LAST_DAY = Date.parse('9999-12-31T00:00:00Z') / MILLISECONDS_A_DAY;
