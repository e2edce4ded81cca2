import type { Clause, Pack } from '../pack/pack.ts';
import type { Request } from '../pack/request.ts';
import { settlementAsStated } from '../pack/settlement.ts';
import { firstRightStates } from '../procedure/first-right-states.ts';
import { firstRightOf } from '../procedure/record/first-right-clause.ts';
import type { State } from '../procedure/states/state.ts';
import { isFirstRight } from '../vocabulary/clause-kind.ts';
import type { Changed } from './changed.ts';

/** What comes about by waiting until the day of a request. */
export interface Waiting {
  readonly kind: 'silence' | 'no-agreement' | 'time';
  /** The holder whose time to answer, or to agree, has run out the day before. */
  readonly holder?: string;
}

/** Tells what waiting does: a holder lets its time pass, or days alone go by. */
export function waitingFor({ pack, request }: Changed): Waiting {
  for (const clause of pack.clauses.filter(({ kind }) => isFirstRight(kind))) {
    const now = stateOn(request.date, clause, pack, request);
    const before = stateOn(request.date - 1, clause, pack, request);
    if (now?.is !== 'released' || now.from !== request.date || clause.holder === undefined) continue;
    if (before?.is === 'window-open') return { kind: 'silence', holder: clause.holder };
    if (before?.is === 'in-talks') return { kind: 'no-agreement', holder: clause.holder };
  }
  return { kind: 'time' };
}

function stateOn(date: number, clause: Clause, pack: Pack, request: Request): State | undefined {
  const circumstance = { settlement: settlementAsStated(pack, request), facts: request.facts };
  const { states } = firstRightStates({
    clause: firstRightOf(clause),
    pack,
    request: { ...request, date },
    circumstance,
    tell: ({ is }) => is,
  });
  const [only, second] = states;
  return second === undefined ? only : undefined;
}
