import type { Clause, Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import type { Settlement } from '../../pack/settlement.ts';
import { statesOfEnded } from '../../procedure/first-right-states.ts';
import { firstRightOf } from '../../procedure/record/first-right-clause.ts';
import { isFirstRight } from '../../vocabulary/clause-kind.ts';
import { inForceOn } from './in-force.ts';

/** True where a clause is or may be in force, or had a deal under way when it ended that goes on or may. */
export function mayBeLive(clause: Clause, pack: Pack, request: Request, open: Settlement): boolean {
  if (inForceOn(clause, pack, request, open).finding !== 'not-met') return true;
  if (request.opportunity === undefined || !isFirstRight(clause.kind)) return false;
  const circumstance = { settlement: open, facts: request.facts };
  const asked = { clause: firstRightOf(clause), pack, request, circumstance };
  const { states } = statesOfEnded({ ...asked, tell: ({ is }) => is });
  return states.some(({ is }) => is !== 'ended');
}
