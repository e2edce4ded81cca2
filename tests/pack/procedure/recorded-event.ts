import { checkRequest } from '../../../src/pack/check-request.ts';
import type { OpportunityEvent } from '../../../src/pack/request.ts';
import { complaintsOf } from '../../support/schema-complaints.ts';
import { goodPack, valueOf } from '../good-pack.ts';

const pack = goodPack();
const ofGoodPack = complaintsOf(pack);

/** A notice to the seller, after which it may answer. */
export const NOTICE = { notice: '2025-03-01', to: 'seller' };

/** A request to the good pack about a deal with the rival, in which these things happened. */
export function requestWith(events: readonly unknown[]): object {
  const opportunity = { id: 'deal', counterparty: 'rival', events };
  return { actor: 'buyer', date: '2025-06-01', acts: ['procure'], opportunity };
}

/** The last event of a record that begins with a notice to the seller. */
export function recorded(event: object): OpportunityEvent | undefined {
  const request = valueOf(checkRequest(pack, requestWith([NOTICE, event])));
  return request.opportunity?.events.at(-1);
}

/** What is said about an event after a notice to the seller: code, path below the event, and hint. */
export function saidAboutEvent(
  event: unknown,
): readonly { readonly code: string; readonly at: string; readonly hint: string }[] {
  const checked = checkRequest(pack, requestWith([NOTICE, event]));
  const diagnostics = checked.ok ? [] : checked.diagnostics;
  return diagnostics.map(({ code, path = '', hint = '' }) => {
    return { code, at: path.replace(/^opportunity\.events\[1\]\.?/, ''), hint };
  });
}

/** What the schema of a request to the good pack has against such an event. */
export function schemaAgainstEvent(event: unknown): readonly string[] {
  return ofGoodPack('request', JSON.stringify(requestWith([NOTICE, event])));
}
