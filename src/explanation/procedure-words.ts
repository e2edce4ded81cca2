import type { ProcedureTrace } from '../evaluation/trace.ts';

/** Says how far an opportunity has come, with the days that the record fixes. */
export function procedureInWords(procedure: ProcedureTrace): string {
  const { states, noticeReceived, lastResponseDay, releasedFrom, releasedUntil, missingContents, on } =
    procedure;
  const { talksSince, lastDayOfTalks, rest } = procedure;
  const stated =
    releasedFrom === undefined ? [states.map((state) => state.replaceAll('-', ' ')).join(' or ')] : [];
  const parts = [
    ...stated,
    ...(on === undefined ? [] : [`on ${on}`]),
    ...(noticeReceived === undefined ? [] : [`notice received ${noticeReceived}`]),
    ...(lastResponseDay === undefined ? [] : [`last day to respond ${lastResponseDay}`]),
    ...(talksSince === undefined ? [] : [`since ${talksSince}`]),
    ...(lastDayOfTalks === undefined ? [] : [`talks end after ${lastDayOfTalks}`]),
    ...(rest === undefined ? [] : [`${String(rest.value)} of ${rest.fact} left for others`]),
    ...(releasedFrom === undefined ? [] : [`released from ${releasedFrom}`]),
    ...(releasedUntil === undefined ? [] : [`release ends after ${releasedUntil}`]),
    ...(missingContents === undefined ? [] : [`the notice lacks ${missingContents.join(', ')}`]),
  ];
  return parts.join('; ');
}
