import { dayFromIso, isoFromDay } from '../../../vocabulary/day.ts';
import type { VariedPart } from '../../timeline.ts';
import { inUnit } from '../timeline-words.ts';

/** A mark on the axis: where it stands, from nought to one, and what it says. */
export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** Gives a handful of marks at round values. */
export function ticksOf(varied: VariedPart): readonly Tick[] {
  const { from, to } = varied;
  if (typeof from === 'number' || typeof to === 'number')
    return numberTicks(Number(from), Number(to), varied);
  const [first, last] = [dayFromIso(from) ?? 0, dayFromIso(to) ?? 0];
  const length = last - first + 1;
  const days = length <= MOST_DAYS ? weeksWithin(first, last) : monthsWithin(first, last);
  return days.map(({ day, label }) => ({ at: (day - first) / length, label }));
}

const MOST_TICKS = 9;
/** Shorter spans are marked by days, longer ones by months and years. */
const MOST_DAYS = 75;

interface DayTick {
  readonly day: number;
  readonly label: string;
}

function weeksWithin(first: number, last: number): readonly DayTick[] {
  const step = [1, 2, 7, 14].find((each) => (last - first) / each < MOST_TICKS) ?? 14;
  const count = Math.floor((last - first) / step) + 1;
  return Array.from({ length: count }, (_, place) => first + place * step).map((day) => ({
    day,
    label: isoFromDay(day).slice(5),
  }));
}

/** Marks stand at firsts of months; of years, where the steps between them are that long. */
function monthsWithin(first: number, last: number): readonly DayTick[] {
  const [start, end] = [monthOf(first), monthOf(last)];
  const steps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 1200];
  const step = steps.find((each) => (end - start) / each <= MOST_TICKS) ?? 1200;
  const begin = Math.ceil(start / step) * step;
  const months = Array.from(
    { length: Math.floor((end - begin) / step) + 1 },
    (_, place) => begin + place * step,
  );
  return months.flatMap((month) => {
    const text = `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
    const day = dayFromIso(`${text}-01`);
    if (day === undefined || day < first || day > last) return [];
    return [{ day, label: step >= 12 ? text.slice(0, 4) : text }];
  });
}

function monthOf(day: number): number {
  const [year = 0, month = 1] = isoFromDay(day).split('-').map(Number);
  return year * 12 + month - 1;
}

/** Steps of one, two or five, and tens of them. */
function numberTicks(first: number, last: number, varied: VariedPart): readonly Tick[] {
  if (!(last > first)) return [{ at: 0, label: inUnit(first, varied) }];
  const power = 10 ** Math.floor(Math.log10((last - first) / MOST_TICKS));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => (last - first) / each <= MOST_TICKS);
  if (step === undefined) return [];
  const begin = Math.ceil(first / step);
  const count = Math.floor(last / step) - begin + 1;
  return Array.from({ length: Math.max(0, count) }, (_, place) => {
    const value = Number(((begin + place) * step).toPrecision(12));
    return { at: (value - first) / (last - first), label: String(value) };
  });
}
