import { inBackticks, listed } from '../../diagnostics/plain-text.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import type { Day } from '../../vocabulary/day.ts';
import { readDay } from '../forms/read-day.ts';
import type { Pack } from '../pack.ts';
import type { Request } from '../request.ts';
import { entriesOf, type Spot } from '../written/written.ts';
import type { RequestContext } from './request-context.ts';

type Elections = Record<string, Day | 'not-made'>;

/**
 * Reads the elections that a request records. One under the id by which a clause was first written counts for every
 * version of it; one for a version itself goes before it.
 */
export function readElections(spot: Spot, context: RequestContext): Request['elections'] {
  const open = electionsIn(context.pack);
  const whole = Object.create(null) as Elections;
  const own = Object.create(null) as Elections;
  for (const [id, each] of entriesOf(spot)) {
    const day = each.value === 'not-made' ? 'not-made' : readDay(each, context.report);
    const versions = open.get(id);
    if (versions === undefined) reportElection(id, each, open, context);
    else if (day !== undefined) {
      own[id] = day;
      for (const version of versions) whole[version] = day;
    }
  }
  return Object.assign(whole, own);
}

/** Each election by the id under which it may be given, with those that it stands for. */
export function electionsIn({ clauses }: Pack): ReadonlyMap<string, readonly string[]> {
  const open = new Map<string, string[]>();
  for (const clause of clauses) {
    for (const { id, electionOf } of clause.ceases ?? []) {
      if (electionOf === undefined) continue;
      const own = `${clause.id}.${id}`;
      for (const name of new Set([own, `${clause.lineage ?? clause.id}.${id}`])) {
        open.set(name, [...(open.get(name) ?? []), own]);
      }
    }
  }
  return open;
}

function reportElection(
  id: string,
  spot: Spot,
  open: ReadonlyMap<string, unknown>,
  { report }: RequestContext,
): void {
  const known = [...open.keys()];
  const hint =
    didYouMean(id, known) ??
    (known.length === 0 ? 'no clause takes an election' : `the elections are ${listed(known, 'and')}`);
  report('request/undeclared-election', spot, `${inBackticks(id)} takes no election`, { part: 'key', hint });
}
