import type { Request } from '../../pack/request.ts';
import type { ClauseFinding } from '../clauses/find-clause.ts';
import { limitOf, type Settlement } from '../../pack/settlement.ts';

/** Gives what the last notice to a first right's holder lacked, where both contents and requirements are known. */
export function missingNoticeContents(
  { clause, states }: ClauseFinding,
  request: Request,
  settlement: Settlement,
): readonly string[] {
  if (clause.procedure === undefined || !states.some((state) => state.is === 'notice-incomplete')) return [];
  const required = limitOf(clause.procedure.requires, settlement);
  const notice = request.opportunity?.events.findLast(
    (event) => event.is === 'notice' && event.party === clause.holder && event.on <= request.date,
  );
  if (required?.is !== 'set' || notice?.is !== 'notice') return [];
  const { contains } = notice;
  return contains === undefined ? [] : required.value.filter((item) => !contains.includes(item));
}
