import { putting, type Mutation } from '../mutation.ts';
import { writtenDurations } from '../written-durations.ts';
import type { WrittenPack } from '../written-pack.ts';

/** Counts calendar days as business days on the first calendar of the pack, and business days as calendar days. */
export function changeDays(written: WrittenPack): readonly Mutation[] {
  const [calendar] = written.pack.calendars;
  return writtenDurations(written).flatMap(({ clause, name, spot, count, unit }): readonly Mutation[] => {
    const value = countedOtherwise(count, unit, calendar?.id);
    if (value === undefined) return [];
    return [
      {
        id: `${clause.id}/change-days/${name}`,
        kind: 'change-days',
        of: clause.id,
        would: `"${clause.title}" said ${value} instead of ${String(spot.value)} (${name})`,
        edits: [putting(spot, value)],
      },
    ];
  });
}

function countedOtherwise(count: number, unit: string, calendar: string | undefined): string | undefined {
  if (unit === 'business-day') return `${String(count)} calendar-days`;
  if (unit !== 'calendar-day' || calendar === undefined) return undefined;
  return `${String(count)} business-days on ${calendar}`;
}
