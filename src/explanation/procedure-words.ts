import type { ProcedureTrace } from '../evaluation/trace.ts';

/** Says how far an opportunity has come, with the days that the record fixes. */
export function procedureInWords(procedure: ProcedureTrace): string {
  const { states, releasedFrom } = procedure;
  const stated =
    releasedFrom === undefined ? [states.map((state) => state.replaceAll('-', ' ')).join(' or ')] : [];
  return [...stated, ...PARTS.flatMap((part) => part(procedure) ?? [])].join('; ');
}

/** What is said of a procedure besides its states, in this order. */
const PARTS: readonly ((procedure: ProcedureTrace) => string | undefined)[] = [
  ({ on }) => on && `on ${on}`,
  ({ noticeReceived }) => noticeReceived && `notice received ${noticeReceived}`,
  ({ lastResponseDay }) => lastResponseDay && `last day to respond ${lastResponseDay}`,
  ({ talksSince }) => talksSince && `since ${talksSince}`,
  ({ lastDayOfTalks }) => lastDayOfTalks && `talks end after ${lastDayOfTalks}`,
  ({ rest }) => rest && `${String(rest.value)} of ${rest.fact} left for others`,
  ({ releasedFrom }) => releasedFrom && `released from ${releasedFrom}`,
  ({ releasedUntil }) => releasedUntil && `release ends after ${releasedUntil}`,
  ({ missingContents }) => missingContents && `the notice lacks ${missingContents.join(', ')}`,
];
