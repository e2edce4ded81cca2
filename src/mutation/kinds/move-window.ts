import { putting, type Mutation } from '../mutation.ts';
import { writtenDurations, type WrittenDuration } from '../written-durations.ts';
import type { WrittenPack } from '../written-pack.ts';

/** Makes a length of time one unit longer or shorter. */
export function moveWindow(written: WrittenPack): readonly Mutation[] {
  return writtenDurations(written).flatMap((duration) =>
    WAYS.flatMap(([way, by]) => (duration.count + by < 1 ? [] : [moved(duration, way, duration.count + by)])),
  );
}

const WAYS = [
  ['shorter', -1],
  ['longer', 1],
] as const;

function moved({ clause, name, spot, unit, rest }: WrittenDuration, way: string, count: number): Mutation {
  const value = `${String(count)} ${unit}s${rest}`;
  return {
    id: `${clause.id}/move-window/${name}/${way}`,
    kind: 'move-window',
    of: clause.id,
    would: `"${clause.title}" said ${value} instead of ${String(spot.value)} (${name})`,
    edits: [putting(spot, value)],
  };
}
