import { partyOf } from '../../pack/lookup.ts';
import type { Clause } from '../../pack/pack.ts';
import type { Procedure, Trigger } from '../../pack/procedure.ts';
import { limitOf } from '../../pack/settlement.ts';
import { firstRightOf, type FirstRightClause } from '../../procedure/record/first-right-clause.ts';
import { isUnderWay, type State } from '../../procedure/states/state.ts';
import { isoFromDay, type Day } from '../../vocabulary/day.ts';
import type { Step } from '../decision.ts';
import type { Standing } from '../outcomes/displacement.ts';
import {
  freeIfSilent,
  freeWithoutAgreement,
  lastDayOfTalks,
  lastDayToAnswer,
  type CountedDay,
} from './procedure-days.ts';
import type { StepContext } from './step-context.ts';

/** Gives the next step that a first right asks for, who has to take it, and the days that hang on it. */
export function firstRightStep(standing: Standing, context: StepContext): readonly Step[] {
  const { clause, states } = standing.finding;
  const state = states.find(isOutstanding);
  if (state === undefined || clause.grantor === undefined) return [];
  const certain = standing.positions.every(
    (position) => position === 'offer-first' || position === 'not-before',
  );
  const { days = {}, ...step } = stepIn(state, asked(clause, clause.grantor, context));
  return [{ clause: clause.id, ...step, ...written(days), restsOn: assumedIn(days, context), certain }];
}

/** The state to act on; a signature that is only possible, not recorded, calls for nothing. */
function isOutstanding(state: State, place: number): boolean {
  if (state.is === 'signed-first') return place === 0;
  return isUnderWay(state) || CALLS_FOR_AN_OFFER.includes(state.is);
}

const CALLS_FOR_AN_OFFER: readonly State['is'][] = [
  'must-offer',
  'not-triggered',
  'notice-incomplete',
  'release-ended',
  'terms-changed',
];

interface Asked {
  readonly clause: FirstRightClause;
  readonly context: StepContext;
  readonly deal: string;
  readonly holder: Step['by'];
  readonly grantor: Step['by'];
}

function asked(clause: Clause, grantor: string, context: StepContext): Asked {
  const { pack, candidate } = context;
  const right = firstRightOf(clause);
  return {
    clause: right,
    context,
    deal: `the deal with ${partyOf(pack, candidate).name}`,
    holder: partyOf(pack, right.holder),
    grantor: partyOf(pack, grantor),
  };
}

interface Days {
  readonly deadline?: CountedDay | undefined;
  readonly freeFrom?: CountedDay | undefined;
}

type StepBody = Pick<Step, 'kind' | 'do' | 'by'> & { readonly days?: Days };

function stepIn(state: State, about: Asked): StepBody {
  const { deal, holder, grantor, clause, context } = about;
  if (state.is === 'window-open' || state.is === 'in-talks') return answerStep(state, about);
  if (state.is === 'awaiting-information') {
    return {
      kind: 'give-information',
      do: `give ${holder.name} the information that it asked for on ${deal}`,
      by: grantor,
      days: { freeFrom: freeIfSilent(context.date, clause.procedure, context.settlement) },
    };
  }
  const release = releaseFrom(state, deal);
  return release === undefined
    ? offerStep(state, about)
    : { kind: 'obtain-release', do: release, by: holder };
}

/** What the holder has to say, and by when. */
function answerStep(
  { is, from }: Extract<State, { is: 'window-open' | 'in-talks' }>,
  { deal, holder, clause: { procedure }, context: { settlement } }: Asked,
): StepBody {
  if (is === 'window-open') {
    return {
      kind: 'await-response',
      do: `exercise its right or decline ${deal}`,
      by: holder,
      days: {
        deadline: lastDayToAnswer(from, procedure, settlement),
        freeFrom: freeIfSilent(from, procedure, settlement),
      },
    };
  }
  return {
    kind: 'await-agreement',
    do: `agree on ${deal} or decline it`,
    by: holder,
    days: {
      deadline: lastDayOfTalks(from, procedure, settlement),
      freeFrom: freeWithoutAgreement(from, procedure, settlement),
    },
  };
}

/** What only an express word of the holder can release. */
function releaseFrom(state: State, deal: string): string | undefined {
  if (state.is === 'awaiting-express-refusal') {
    return `decline ${deal} expressly, since its silence does not release it`;
  }
  if (state.is === 'deadlocked') {
    return `decline ${deal} expressly, since talks without an agreement do not release it`;
  }
  if (state.is !== 'signed-first') return undefined;
  return `release ${deal}, which was signed on ${isoFromDay(state.on)} before the right was honoured`;
}

/** What the grantor has to send, and when silence would free it if that arrived on the day of the request. */
function offerStep(state: State, { deal, holder, grantor, clause, context }: Asked): StepBody {
  const { procedure } = clause;
  const { settlement, date } = context;
  const days = { freeFrom: freeIfSilent(date, procedure, settlement) };
  if (state.is === 'notice-incomplete') {
    return {
      kind: 'complete-notice',
      do: `complete the notice to ${holder.name} of ${deal}`,
      by: grantor,
      days,
    };
  }
  const stating = contentsOf(procedure, context);
  if (state.is === 'not-triggered') {
    const stage = triggerOf(procedure, context);
    const offer = `then offer it to ${holder.name} before signing${stating}`;
    return { kind: 'await-trigger', do: `bring ${deal} to ${stage}, ${offer}`, by: grantor, days };
  }
  const again = AGAIN[state.is] ?? '';
  return { kind: 'give-notice', do: `offer ${deal} to ${holder.name}${again}${stating}`, by: grantor, days };
}

const AGAIN: Readonly<Partial<Record<State['is'], string>>> = {
  'release-ended': ' again, since the release has ended',
  'terms-changed': ' again, since its terms have changed',
};

const STAGE_WORDS: Readonly<Record<Trigger, string>> = {
  intent: 'an intent',
  'letter-of-intent': 'a letter of intent',
  offer: 'an offer that is ready to be accepted',
};

function triggerOf({ trigger }: Procedure, { settlement }: StepContext): string {
  const limit = limitOf(trigger, settlement);
  return limit?.is === 'set' ? STAGE_WORDS[limit.value] : 'the stage that triggers the right';
}

function contentsOf({ requires }: Procedure, { settlement }: StepContext): string {
  const required = limitOf(requires, settlement);
  return required?.is === 'set' ? `, stating ${required.value.join(', ')}` : '';
}

function written({ deadline, freeFrom }: Days): Pick<Step, 'deadline' | 'freeFrom'> {
  return {
    ...(deadline !== undefined && { deadline: iso(deadline.day) }),
    ...(freeFrom !== undefined && { freeFrom: iso(freeFrom.day) }),
  };
}

function iso(day: Day): string {
  return isoFromDay(day);
}

/** The assumed parameters behind a step's days. */
function assumedIn({ deadline, freeFrom }: Days, { settlement }: StepContext): readonly string[] {
  const used = new Set([...(deadline?.by ?? []), ...(freeFrom?.by ?? [])]);
  return [...used]
    .filter(({ id, stated }) => stated.is === 'assumed' && !settlement.opened.has(id))
    .map((parameter) => parameter.id);
}
