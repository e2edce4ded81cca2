import { child } from '../pack/written/written.ts';
import { leavesIn, type WrittenLeaf } from './written-leaves.ts';
import type { WrittenClause, WrittenPack } from './written-pack.ts';

/** A length of time in a clause: its count, its unit, and what follows that. */
export interface WrittenDuration extends WrittenLeaf {
  readonly clause: WrittenClause;
  readonly count: number;
  readonly unit: string;
  readonly rest: string;
}

/** Gives every length of time that a clause states. */
export function writtenDurations({ clauses }: WrittenPack): readonly WrittenDuration[] {
  return clauses.flatMap((clause) =>
    KEYS.flatMap((key) => leavesIn(child(clause.spot, key), key)).flatMap((leaf) => durationAt(leaf, clause)),
  );
}

const KEYS = ['from', 'until', 'ends', 'survives', 'procedure'];
const FORM = /^(\d+) (calendar-day|business-day|week|month|year)s?( on .+)?$/;

function durationAt({ name, spot }: WrittenLeaf, clause: WrittenClause): readonly WrittenDuration[] {
  const [, count, unit, rest = ''] = typeof spot.value === 'string' ? (FORM.exec(spot.value) ?? []) : [];
  if (count === undefined || unit === undefined) return [];
  return [{ name: name.replace('procedure.', ''), spot, clause, count: Number(count), unit, rest }];
}
