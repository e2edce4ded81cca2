import type { Pack } from '../../pack/pack.ts';
import type { Opportunity, OpportunityEvent } from '../../pack/request.ts';
import { variableOf, words, type Variable } from '../../diagram/variables/variable.ts';
import { isFirstRight } from '../../vocabulary/clause-kind.ts';
import type { Day } from '../../vocabulary/day.ts';
import { limitsIn } from '../../vocabulary/stated.ts';
import { withEvent } from './deal.ts';

/** What can be done in a deal, each a variable whose first class is that it is not done. */
export const DEAL_ACTS = ['notice', 'decline', 'waiver', 'consent'] as const;
export type DealAct = (typeof DEAL_ACTS)[number];

/** The act of a party in a deal, or towards it. */
export interface ActInDeal {
  readonly act: DealAct;
  readonly party: string;
  readonly variable: Variable;
  /** For each class but the first the day of the act. */
  readonly days: readonly Day[];
}

const known = new WeakMap<Pack, Readonly<Record<DealAct, readonly string[]>>>();

/**
 * Gives every act that can be done for a deal between the day asked about and the day of the act: a notice on the first or
 * the last of them, for a window that is to pass has to be opened early; all else on the last.
 */
export function actsInDeal(
  pack: Pack,
  { asked, date }: { readonly asked: Day; readonly date: Day },
): readonly ActInDeal[] {
  const parties = known.get(pack) ?? partiesOf(pack);
  known.set(pack, parties);
  return DEAL_ACTS.flatMap((act) =>
    parties[act].map((party) => {
      const days = act === 'notice' && asked !== date ? [asked, date] : [date];
      const classes = words('not done', ...days.map((_, place) => (place === 0 ? 'done' : 'done later')));
      return {
        act,
        party,
        days,
        variable: variableOf({ is: 'record', id: `${act} ${party}` }, act, classes),
      };
    }),
  );
}

function partiesOf({ clauses }: Pack): Readonly<Record<DealAct, readonly string[]>> {
  const holders = distinct(clauses.flatMap(({ kind, holder }) => (isFirstRight(kind) ? (holder ?? []) : [])));
  const consenting = clauses.flatMap(({ precondition }) =>
    precondition?.until.is === 'consent' ? [precondition.until.by] : [],
  );
  return {
    notice: holders,
    decline: holders,
    waiver: distinct(clauses.flatMap(({ owedTo }) => owedTo)),
    consent: distinct(consenting),
  };
}

function distinct<T>(things: readonly T[]): readonly T[] {
  return [...new Set(things)];
}

/** Gives the deal in which an act was done on a day; one that nobody could record leaves it as it is. */
export function withAct(
  deal: Opportunity,
  { act, party }: Pick<ActInDeal, 'act' | 'party'>,
  on: Day,
  pack: Pack,
): Opportunity {
  if (act === 'notice') return withEvent(deal, noticeTo(party, on, deal, pack));
  if (act === 'decline' && !isNoticed(deal, party)) return deal;
  return withEvent(deal, { is: act, on, party });
}

function isNoticed({ events }: Opportunity, party: string): boolean {
  return events.some((event) => event.is === 'notice' && event.party === party);
}

/** A complete notice, given and received on one day; where the holder waits for information, that is what it is sent. */
function noticeTo(party: string, on: Day, deal: Opportunity, pack: Pack): OpportunityEvent {
  if (isInformationDue(deal, party, on)) return { is: 'information', on, party };
  return { is: 'notice', on, party, contains: contentsOfNotice(pack, party), given: on };
}

/** True where the holder's question has not been answered by a day. */
export function isInformationDue({ events }: Opportunity, party: string, on: Day): boolean {
  const own = events.filter((event) => 'party' in event && event.party === party && event.on <= on);
  return own.findLast(({ is }) => is !== 'waiver')?.is === 'information-request';
}

/** All that some right of a holder asks for on some reading. */
export function contentsOfNotice({ clauses }: Pack, party: string): readonly string[] {
  const limits = clauses.flatMap(({ holder, procedure }) =>
    holder === party && procedure !== undefined ? limitsIn(procedure.requires) : [],
  );
  return distinct(limits.flatMap((limit) => (limit.is === 'set' ? limit.value : [])));
}
