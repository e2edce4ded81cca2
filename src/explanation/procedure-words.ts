import type { ProcedureTrace } from '../evaluation/trace.ts';

/** Says how far an opportunity has come, with the days that the record fixes. */
export function procedureInWords(procedure: ProcedureTrace): string {
  const { states, noticeReceived, lastResponseDay, releasedFrom, releasedUntil, missingContents, on } =
    procedure;
  const stated =
    releasedFrom === undefined ? [states.map((state) => state.replaceAll('-', ' ')).join(' or ')] : [];
  const parts = [
    ...stated,
    ...(on === undefined ? [] : [`on ${on}`]),
    ...(noticeReceived === undefined ? [] : [`notice received ${noticeReceived}`]),
    ...(lastResponseDay === undefined ? [] : [`last day to respond ${lastResponseDay}`]),
    ...(releasedFrom === undefined ? [] : [`released from ${releasedFrom}`]),
    ...(releasedUntil === undefined ? [] : [`release ends after ${releasedUntil}`]),
    ...(missingContents === undefined ? [] : [`the notice lacks ${missingContents.join(', ')}`]),
  ];
  return parts.join('; ');
}
