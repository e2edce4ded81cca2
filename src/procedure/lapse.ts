import type { OpportunityEvent } from '../pack/request.ts';
import { DEAL_TERMS_ID } from '../pack/unknown-ids.ts';
import type { RecordQuestion } from './questions/question.ts';

/** Gives the changes of a deal after the event at a place, each with its own; a number that stays as it was is none. */
export function changesSince(
  events: readonly OpportunityEvent[],
  place: number,
): readonly { readonly event: Extract<OpportunityEvent, { is: 'change' }>; readonly place: number }[] {
  return events.flatMap((event, index) => {
    if (index <= place || event.is !== 'change') return [];
    const isNone = event.terms.every((change) => change.is === 'numbers' && change.from === change.to);
    return isNone ? [] : [{ event, place: index }];
  });
}

/** The answers to whether a deal on changed terms is the one that was spoken of. */
const SAME_DEAL = 'the same deal';
export const ANOTHER_DEAL = 'another deal';

/** Asks whether a change, by its place, made the deal another than the one that was spoken of before. */
export function sameDealQuestion(place: number): RecordQuestion<boolean> {
  return {
    is: 'record',
    key: `change ${String(place)}`,
    reportedAs: DEAL_TERMS_ID,
    answers: [
      { label: SAME_DEAL, value: true },
      { label: ANOTHER_DEAL, value: false },
    ],
  };
}
