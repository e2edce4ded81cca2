import type { Clause, Pack } from '../../pack/pack.ts';
import { isoFromDay, type Day } from '../../vocabulary/day.ts';
import type { Step } from '../decision.ts';
import type { Standing } from '../outcomes/displacement.ts';
import { dayAfter } from '../../vocabulary/duration.ts';
import { isOfferDue, type State } from '../../procedure/first-right.ts';
import { partyOf } from '../../pack/lookup.ts';
import { limitOf, type Settlement } from '../../pack/settlement.ts';

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
  const state = states.find(isOutstanding);
  if (state === undefined || clause.holder === undefined || clause.grantor === undefined) return [];
  const certain = standing.positions.every((position) => position === 'offer-first');
  const step = stepOf(state, clause, clause.holder, clause.grantor, context);
  return [{ clause: clause.id, ...step, restsOn: assumedDays(step, clause, context), certain }];
}

/** The state to act on; a signature that is only possible, not recorded, calls for nothing. */
function isOutstanding(state: State, place: number): boolean {
  if (state.is === 'signed-first') return place === 0;
  return state.is !== 'released' && state.is !== 'exercised';
}

type StepBody = Pick<Step, 'kind' | 'do' | 'by' | 'deadline' | 'freeFrom'>;

function stepOf(
  state: State,
  clause: Clause,
  holder: string,
  grantor: string,
  context: StepContext,
): StepBody {
  const { pack, candidate } = context;
  const deal = `the deal with ${partyOf(pack, candidate).name}`;
  if (isOfferDue(state))
    return { ...offerOf(state, deal, clause, holder, context), by: partyOf(pack, grantor) };
  return { ...answerOf(state, deal, clause, context), by: partyOf(pack, holder) };
}

/** What the grantor has to send, and when silence would free it if that arrived on the day of the request. */
function offerOf(
  state: State,
  deal: string,
  clause: Clause,
  holder: string,
  context: StepContext,
): Omit<StepBody, 'by'> {
  const to = partyOf(context.pack, holder).name;
  const free = freeFrom(clause, context.date, context);
  if (state.is === 'notice-incomplete') {
    return { kind: 'complete-notice', do: `complete the notice to ${to} of ${deal}`, ...free };
  }
  const again = state.is === 'release-ended' ? ' again, since the release has ended' : '';
  return { kind: 'give-notice', do: `offer ${deal} to ${to}${again}${contentsOf(clause, context)}`, ...free };
}

/** What the holder has to say, and by when. */
function answerOf(state: State, deal: string, clause: Clause, context: StepContext): Omit<StepBody, 'by'> {
  if (state.is === 'signed-first') {
    const signed = `signed on ${isoFromDay(state.on)} before the right was honoured`;
    return { kind: 'obtain-release', do: `release ${deal}, which was ${signed}` };
  }
  if (state.is !== 'window-open') {
    return { kind: 'obtain-release', do: `decline ${deal} expressly, since its silence does not release it` };
  }
  return {
    kind: 'await-response',
    do: `exercise its right or decline ${deal}`,
    ...(Number.isFinite(state.lastDay) && { deadline: isoFromDay(state.lastDay) }),
    ...freeFrom(clause, state.notice, context),
  };
}

function contentsOf(clause: Clause, { settlement }: StepContext): string {
  const required =
    clause.procedure === undefined ? undefined : limitOf(clause.procedure.requires, settlement);
  return required?.is === 'set' ? `, stating ${required.value.join(', ')}` : '';
}

/** The assumed parameters behind a step's deadline and the day from which silence frees. */
function assumedDays(
  { deadline, freeFrom: free }: StepBody,
  { procedure }: Clause,
  context: StepContext,
): readonly string[] {
  if (procedure === undefined) return [];
  const used = [
    ...(deadline === undefined && free === undefined ? [] : [procedure.within]),
    ...(free === undefined ? [] : [procedure.silence]),
  ];
  return used
    .filter(({ id, stated }) => stated.is === 'assumed' && !context.settlement.opened.has(id))
    .map((parameter) => parameter.id);
}

/** The first day on which silence frees the grantor after a notice received on a day, where the terms are known. */
function freeFrom(clause: Clause, notice: Day, { settlement }: StepContext): { readonly freeFrom?: string } {
  if (clause.procedure === undefined) return {};
  const within = limitOf(clause.procedure.within, settlement);
  const silence = limitOf(clause.procedure.silence, settlement);
  if (within?.is !== 'set' || silence?.is !== 'set' || silence.value === 'does-not-release') return {};
  return { freeFrom: isoFromDay(dayAfter(notice, within.value) + 1) };
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
      restsOn: [],
      certain: standing.positions.every((position) => position === 'not-before'),
    },
  ];
}
