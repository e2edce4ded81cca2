import { dayFromIso, type Day } from '../../vocabulary/day.ts';

/** Years of which days are kept; other days are read each time. */
const FIRST_YEAR = 1900;
const YEARS = 400;
const UNREAD = -1;

const days = new Int32Array(YEARS * 12 * 32).fill(UNREAD);
/** Days are kept moved up, so that none is below zero. */
const MOVED = 200_000;

/** Reads an ISO day, `undefined` for anything else. Days are read once: questions name the same ones again and again. */
export function dayOf(value: unknown): Day | undefined {
  if (typeof value !== 'string') return undefined;
  const key = keyOf(value);
  if (key === UNREAD) return dayFromIso(value);
  const known = days[key] ?? UNREAD;
  if (known !== UNREAD) return known - MOVED;
  const day = dayFromIso(value);
  if (day !== undefined) days[key] = day + MOVED;
  return day;
}

/** The place of a text that has the form of a day: year, month and day of the month in one number. */
function keyOf(text: string): number {
  if (text.length !== 10 || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return UNREAD;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2) - FIRST_YEAR;
  const month = twoDigits(text, 5) - 1;
  const dayOfMonth = twoDigits(text, 8);
  if (!(year >= 0 && year < YEARS && month >= 0 && month < 12 && dayOfMonth >= 0 && dayOfMonth < 32))
    return UNREAD;
  return (year * 12 + month) * 32 + dayOfMonth;
}

const DASH = 45;
const ZERO = 48;

/** Two digits at a place; a number far out of every range where they are none. */
function twoDigits(text: string, place: number): number {
  const tens = text.charCodeAt(place) - ZERO;
  const ones = text.charCodeAt(place + 1) - ZERO;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : NO_DIGITS;
}

const NO_DIGITS = -1_000_000;
