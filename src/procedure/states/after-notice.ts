import type { NoticeEvent, OpportunityEvent } from '../../pack/request.ts';
import { NOTICE_CONTENTS_ID, NOTICE_GIVEN_ID } from '../../pack/unknown-ids.ts';
import { isoFromDay, type Day } from '../../vocabulary/day.ts';
import { parameterQuestion } from '../questions/question.ts';
import { isOfferDue, type Standing } from './state.ts';
import { lastDayOfLimit, wordOf, type Terms } from './terms.ts';

/** An event with its place among all events of the record. */
export interface PlacedEvent<Event extends OpportunityEvent = OpportunityEvent> {
  readonly event: Event;
  readonly place: number;
}

/** What a notice to the holder does: it starts the window where an offer was due and it is complete enough. */
export function afterNotice(placed: PlacedEvent<NoticeEvent>, standing: Standing, terms: Terms): Standing {
  const { event } = placed;
  if (event.on >= terms.outOfForce || isTooFrequent(event.on, standing, terms)) return standing;
  const notices = [...standing.notices, event.on];
  const { state } = standing;
  if (!isOfferDue(state) && state.is !== 'not-triggered') return { state, notices };
  if (!isComplete(placed, terms) && isCompletenessAsked(terms))
    return { state: { is: 'notice-incomplete' }, notices };
  const from = wordOf.clock(terms) === 'notice-given' ? givenOn(placed, terms) : event.on;
  return { state: { is: 'window-open', from, since: event.on }, notices };
}

/** So many notices have come within the period before this one that it is none. */
function isTooFrequent(on: Day, { notices }: Standing, terms: Terms): boolean {
  const { frequency } = terms.procedure;
  if (frequency === undefined) return false;
  return (
    notices.filter((day) => on <= lastDayOfLimit(frequency.period, day, terms)).length >= frequency.notices
  );
}

function isCompletenessAsked(terms: Terms): boolean {
  const clock = wordOf.clock(terms);
  return clock === 'complete-notice-received' || clock === 'last-information-received';
}

/** Chooses whether a notice contained all that is required. What its record leaves out is an unknown for each item. */
function isComplete({ event, place }: PlacedEvent<NoticeEvent>, terms: Terms): boolean {
  const { procedure, ask, alternatives } = terms;
  const required = ask(
    parameterQuestion<readonly string[], readonly string[]>(
      procedure.requires,
      alternatives.contents(),
      (limit) => (limit.is === 'none' ? [] : limit.value),
    ),
  );
  return required.every((item) => {
    const isOpen = event.contains === undefined || event.mayContain?.includes(item) === true;
    if (!isOpen) return event.contains.includes(item);
    return ask<boolean>({
      is: 'record',
      key: `notice-contents ${event.party} ${String(place)} ${item}`,
      reportedAs: NOTICE_CONTENTS_ID,
      answers: [
        { label: 'no', value: false },
        { label: 'yes', value: true },
      ],
    });
  });
}

/** The day on which a notice was given; where it is not recorded, any day up to that of receipt that turns something. */
function givenOn({ event, place }: PlacedEvent<NoticeEvent>, { ask, alternatives }: Terms): Day {
  if (event.given !== undefined) return event.given;
  const days = alternatives.givenBefore(event.on);
  return ask<Day>({
    is: 'record',
    key: `notice-given ${event.party} ${String(place)}`,
    reportedAs: NOTICE_GIVEN_ID,
    answers: days.map((day) => ({ label: isoFromDay(day), value: day })),
  });
}
