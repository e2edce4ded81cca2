import { DAY_FORM } from '../../pack/forms/read-day.ts';
import { child, type Spot } from '../../pack/written/written.ts';
import { dayFromIso, isoFromDay } from '../../vocabulary/day.ts';
import { putting, type Mutation } from '../mutation.ts';
import { leavesIn, type WrittenLeaf } from '../written-leaves.ts';
import type { WrittenPack } from '../written-pack.ts';
import { writtenTests } from '../written-scopes.ts';

/** Moves a day by one, either way: the first of an instrument or clause, the last, and every day that a scope compares. */
export function shiftDay(written: WrittenPack): readonly Mutation[] {
  const starts = written.instruments.flatMap(({ id, title, spot }) =>
    shiftedIn(child(spot, 'effective'), 'effective', { of: id, owner: `"${title}"` }),
  );
  const ends = written.clauses.flatMap(({ id, title, spot }) =>
    [...ENDS, ...(child(spot, 'step').value === undefined ? ['until'] : [])].flatMap((key) =>
      shiftedIn(child(spot, key), key, { of: id, owner: `"${title}"` }),
    ),
  );
  const tested = writtenTests(written).flatMap(({ of, part, owner, subject, spot }) =>
    shiftedIn(spot, `${part}.${subject}`, { of, owner }),
  );
  return [...starts, ...ends, ...tested];
}

const ENDS = ['from', 'ends'];

interface Whose {
  readonly of: string;
  readonly owner: string;
}

function shiftedIn(spot: Spot, name: string, whose: Whose): readonly Mutation[] {
  return leavesIn(spot, name).flatMap((leaf) => shifted(leaf, whose));
}

function shifted({ name, spot }: WrittenLeaf, { of, owner }: Whose): readonly Mutation[] {
  const day =
    typeof spot.value === 'string' && DAY_FORM.test(spot.value) ? dayFromIso(spot.value) : undefined;
  if (day === undefined) return [];
  const old = isoFromDay(day);
  return WAYS.map(([way, by]) => ({
    id: `${of}/shift-day/${name}/${way}`,
    kind: 'shift-day',
    of,
    would: `${owner} said ${isoFromDay(day + by)} instead of ${old} (${name})`,
    edits: [putting(spot, isoFromDay(day + by))],
  }));
}

const WAYS = [
  ['earlier', -1],
  ['later', 1],
] as const;
