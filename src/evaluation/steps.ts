import type { Clause, Pack } from '../pack/pack.ts';
import { isoFromDay, type Day } from '../vocabulary/day.ts';
import type { Step } from './decision.ts';
import type { Standing } from './displacement.ts';
import { daysOf } from './first-right-states.ts';
import type { State } from './first-right.ts';
import { partyOf } from './lookup.ts';
import { limitOf, type Settlement } from './settlement.ts';

/** What steps are worked out from. */
export interface StepContext {
  readonly pack: Pack;
  readonly settlement: Settlement;
  readonly candidate: string;
  readonly date: Day;
}

/** Gives the outstanding steps in the order in which they have to be taken: first rights, then preconditions. */
export function outstandingSteps(standings: readonly Standing[], context: StepContext): readonly Step[] {
  const offers = standings.flatMap((standing) => offerStep(standing, context));
  const preconditions = standings.flatMap((standing) => preconditionStep(standing, context));
  return [...offers, ...preconditions];
}

function offerStep(standing: Standing, context: StepContext): readonly Step[] {
  if (!standing.positions.includes('offer-first')) return [];
  const { clause, states } = standing.finding;
  const state = states.find((possible) => possible.is !== 'released' && possible.is !== 'exercised');
  if (state === undefined || clause.holder === undefined || clause.grantor === undefined) return [];
  const certain = standing.positions.every((position) => position === 'offer-first');
  return [{ clause: clause.id, ...stepOf(state, clause, clause.holder, clause.grantor, context), certain }];
}

type StepBody = Pick<Step, 'kind' | 'do' | 'by' | 'deadline' | 'freeFrom'>;

function stepOf(state: State, clause: Clause, holder: string, grantor: string, context: StepContext): StepBody {
  const { pack, candidate, date } = context;
  const holderName = partyOf(pack, holder).name;
  const deal = `the deal with ${partyOf(pack, candidate).name}`;
  const freeAfterNotice = freeFrom(clause, date, context);
  switch (state.is) {
    case 'window-open':
      return {
        kind: 'await-response',
        do: 'exercise or decline the right',
        by: partyOf(pack, holder),
        ...(Number.isFinite(state.lastDay) && { deadline: isoFromDay(state.lastDay) }),
        ...freeFrom(clause, state.notice, context),
      };
    case 'awaiting-express-refusal':
      return { kind: 'obtain-release', do: 'decline the right expressly; its silence does not release', by: partyOf(pack, holder) };
    case 'signed-first':
      return {
        kind: 'obtain-release',
        do: `release ${deal}, which was signed on ${isoFromDay(state.on)} before the right was honoured`,
        by: partyOf(pack, holder),
      };
    case 'notice-incomplete':
      return {
        kind: 'complete-notice',
        do: `complete the notice to ${holderName} of ${deal}`,
        by: partyOf(pack, grantor),
        ...freeAfterNotice,
      };
    default: {
      const again = state.is === 'release-ended' ? ' again: the release has ended' : '';
      return {
        kind: 'give-notice',
        do: `offer ${deal} to ${holderName}${again}${contentsOf(clause, context)}`,
        by: partyOf(pack, grantor),
        ...freeAfterNotice,
      };
    }
  }
}

function contentsOf(clause: Clause, { settlement }: StepContext): string {
  const required = clause.procedure === undefined ? undefined : limitOf(clause.procedure.requires, settlement);
  return required?.is === 'set' ? `, stating ${required.value.join(', ')}` : '';
}

/** The first day on which silence frees the grantor after a notice received on a day, where the terms are known. */
function freeFrom(clause: Clause, notice: Day, { settlement }: StepContext): { readonly freeFrom?: string } {
  if (clause.procedure === undefined) return {};
  const within = limitOf(clause.procedure.within, settlement);
  const silence = limitOf(clause.procedure.silence, settlement);
  if (within?.is !== 'set' || silence?.is !== 'set' || silence.value === 'does-not-release') return {};
  return { freeFrom: isoFromDay(notice + daysOf(within.value) + 1) };
}

function preconditionStep(standing: Standing, { pack }: StepContext): readonly Step[] {
  const { clause } = standing.finding;
  if (!standing.positions.includes('not-before') || clause.precondition === undefined) return [];
  const { step, until } = clause.precondition;
  return [
    {
      clause: clause.id,
      kind: until.is === 'consent' ? 'obtain-consent' : 'precondition',
      do: step.do,
      by: partyOf(pack, step.by),
      certain: standing.positions.every((position) => position === 'not-before'),
    },
  ];
}
