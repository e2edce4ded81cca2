import { inBackticks } from '../../diagnostics/plain-text.ts';
import { weekdayOf, WEEKDAYS, rolledForward, type Calendar } from '../../vocabulary/calendar.ts';
import { isoFromDay, type Day } from '../../vocabulary/day.ts';
import { resolveSource } from '../clauses/resolve-source.ts';
import { checkShape } from '../forms/check-shape.ts';
import { complete, optional } from '../forms/complete.ts';
import { readDay } from '../forms/read-day.ts';
import { readItems } from '../forms/read-list.ts';
import { readWord } from '../forms/read-text.ts';
import type { BusinessCalendar } from '../pack.ts';
import type { Report } from '../written/report.ts';
import { child, itemsOf, type Spot } from '../written/written.ts';
import { CALENDAR_SHAPE, COVERS_SHAPE } from './vocabulary-shapes.ts';
import type { Vocabulary } from './vocabulary.ts';

interface CalendarContext extends Pick<Vocabulary, 'documents' | 'grades'> {
  readonly report: Report;
}

/** Resolves the declaration of a calendar: when no business is done, and how far it knows. */
export function resolveCalendar(
  id: string,
  spot: Spot,
  { report, ...vocabulary }: CalendarContext,
): BusinessCalendar | undefined {
  const shape = checkShape(spot, CALENDAR_SHAPE, report);
  if (shape === undefined) return undefined;
  const covers = resolveCovers(child(spot, 'covers'), report);
  const closed = readItems(
    itemsOf(child(spot, 'closed')),
    (each) => readWord(each, WEEKDAYS, report),
    report,
  );
  const holidays = resolveHolidays(child(spot, 'holidays'), covers, report);
  const calendar = complete({
    id,
    means: shape.means,
    closed: closed && WEEKDAYS.filter((weekday) => closed.includes(weekday)),
    holidays: holidays?.filter((day) => closed?.includes(weekdayOf(day)) !== true),
    covers,
    ...optional(spot, 'source', 'source', (source) => resolveSource(source, { report, vocabulary })),
  });
  if (calendar === undefined || hasOpenDay(calendar)) return calendar;
  return report('calendar/never-open', spot, `${inBackticks(id)} has no day on which business is done`, {
    part: 'key',
  });
}

function hasOpenDay(calendar: Calendar): boolean {
  const { from } = calendar.covers;
  return rolledForward(from, calendar) !== undefined;
}

/** A hundred years, leap years among them. */
const LONGEST_COVERAGE = 36_525;

function resolveCovers(spot: Spot, report: Report): Calendar['covers'] | undefined {
  if (checkShape(spot, COVERS_SHAPE, report) === undefined) return undefined;
  const covers = complete({
    from: readDay(child(spot, 'from'), report),
    to: readDay(child(spot, 'to'), report),
  });
  if (covers === undefined) return undefined;
  const { from, to } = covers;
  if (from > to) {
    const message = `the calendar covers from ${isoFromDay(from)} to ${isoFromDay(to)}, which lies before`;
    return report('calendar/covers-reversed', child(spot, 'to'), message);
  }
  if (to - from < LONGEST_COVERAGE) return covers;
  const message = `the calendar covers from ${isoFromDay(from)} to ${isoFromDay(to)}, more than a hundred years`;
  return report('calendar/covers-too-long', child(spot, 'to'), message);
}

/** Holidays may stand in any order. */
function resolveHolidays(
  spot: Spot,
  covers: Calendar['covers'] | undefined,
  report: Report,
): readonly Day[] | undefined {
  const read = (each: Spot): Day | undefined => {
    const day = readDay(each, report);
    if (day === undefined || covers === undefined || (covers.from <= day && day <= covers.to)) return day;
    const message = `the holiday ${isoFromDay(day)} lies outside the days that the calendar covers`;
    return report('calendar/holiday-outside', each, message);
  };
  return readItems(itemsOf(spot), read, report)?.toSorted((one, other) => one - other);
}
