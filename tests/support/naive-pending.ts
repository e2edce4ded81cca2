import type { Clause } from '../../src/pack/pack.ts';
import { PENDING_RULES } from '../../src/pack/procedure.ts';
import type { FirstRightClause } from './naive-first-right.ts';
import { endOf, hasBegunBefore } from './naive-force.ts';
import type { Running } from './naive-history.ts';
import { alternativeOf, limitOf, type World } from './naive-world.ts';

export function isFirstRightClause(clause: Clause): clause is FirstRightClause {
  const kinds: readonly string[] = ['first-refusal', 'first-offer', 'first-negotiation'];
  return kinds.includes(clause.kind) && clause.procedure !== undefined && clause.holder !== undefined;
}

/** How a first right that is no longer in force may run on, `undefined` where nothing can have been under way. */
export function runningOn(world: World, clause: Clause): Running | undefined {
  if (!isFirstRightClause(clause) || world.request.opportunity === undefined) return undefined;
  const pending = limitOf(world, clause.procedure.pending);
  if (pending?.is === 'set' && pending.value === 'extinguished') return undefined;
  const end = endOf(world, clause);
  if (end >= amendedFrom(world, clause)) return undefined;
  return end <= world.request.date && hasBegunBefore(world, clause, end) ? { clause, end } : undefined;
}

/** From when another version has taken its place, and the deal goes on under that. */
function amendedFrom({ pack }: World, { id, lineage = id, endedBy }: Clause): number {
  const places = pack.clauses
    .filter((other) => other.lineage === lineage)
    .map(({ instrument }) => instrument);
  const takers = pack.instruments.filter((each) => places.includes(each.id) && endedBy.includes(each.id));
  return Math.min(...takers.map(({ possiblyFrom }) => possiblyFrom));
}

/** Asked of a procedure that was under way when its clause ended. */
export function doesSurvive(world: World, { procedure }: FirstRightClause): boolean {
  return alternativeOf(world, procedure.pending, PENDING_RULES) === 'survives';
}
