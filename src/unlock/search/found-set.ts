import type { Option } from '../options/option.ts';
import type { Day } from '../../vocabulary/day.ts';

/** Changes that together let a candidate serve, on the earliest day on which they do. */
export interface FoundSet {
  readonly day: Day;
  /** True where waiting for the day is one of the changes. */
  readonly waits: boolean;
  readonly options: readonly Option[];
}

export function sizeOf({ waits, options }: FoundSet): number {
  return options.length + (waits ? 1 : 0);
}

/** Leaves out every set that holds another: as many changes or more, on the same day or later. */
export function withoutNeedless(sets: readonly FoundSet[]): readonly FoundSet[] {
  const keyed = sets.map((set) => ({ set, keys: new Set(set.options.map(keyOf)) }));
  return keyed
    .filter(
      (larger, place) =>
        !keyed.some((smaller, other) => other !== place && holds(larger, smaller, other < place)),
    )
    .map(({ set }) => set);
}

interface Keyed {
  readonly set: FoundSet;
  readonly keys: ReadonlySet<string>;
}

/** Of two alike sets the first is kept. */
function holds(larger: Keyed, smaller: Keyed, isFirst: boolean): boolean {
  if (smaller.set.day > larger.set.day || (smaller.set.waits && !larger.set.waits)) return false;
  if (![...smaller.keys].every((key) => larger.keys.has(key))) return false;
  const isAlike = smaller.keys.size === larger.keys.size && smaller.set.day === larger.set.day;
  return !isAlike || isFirst;
}

/** Tells changes apart; a notice on an earlier or a later day is one and the same. */
export function keyOf({ topic, values }: Option): string {
  return JSON.stringify([topic.kind, topic.id, topic.party, values]);
}
