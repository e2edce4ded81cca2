import type { Ceasing, Clause, Instrument } from './pack.ts';

/** Names the one unknown that stands for an instrument's start. */
export function startId(instrument: Pick<Instrument, 'id'>): string {
  return `${instrument.id}.effective`;
}

/** Names the unknown that stands for a party's election. */
export function electionId(clause: Pick<Clause, 'id'>, ceasing: Pick<Ceasing, 'id'>): string {
  return `${clause.id}.${ceasing.id}`;
}

/** Names the unknown that stands for the days that a calendar does not cover. */
export function calendarId(calendar: string): string {
  return `calendar.${calendar}`;
}

/** Names the question whether a day has come that only the days tell which a calendar does not cover; each place asks for itself. */
export function uncoveredId(calendar: string, place: string): string {
  return `${place} on ${calendar}`;
}

/** Names the unknown that stands for what happened after the record ends. */
export const RECORD_ID = 'opportunity.complete-to';

/** Names the unknown that stands for the contents of notices that the record leaves out. */
export const NOTICE_CONTENTS_ID = 'opportunity.notice.contains';

/** Names the unknown that stands for the day on which a notice was given, where its record leaves that out. */
export const NOTICE_GIVEN_ID = 'opportunity.notice.given';

/** Names the unknown that stands for how changed terms of a deal compare as a whole with those offered. */
export const DEAL_TERMS_ID = 'opportunity.terms';
