import { inBackticks } from '../../diagnostics/plain-text.ts';
import type { OpportunityEvent } from '../request.ts';
import type { Report } from '../written/report.ts';
import type { PlacedEvent } from './placed-event.ts';

/** What a holder can do, or be given, only once it has had a notice. */
const RESPONSES: readonly string[] = [
  'decline',
  'exercise',
  'interest',
  'agreement',
  'information-request',
  'information',
] satisfies readonly OpportunityEvent['is'][];

/**
 * Checks that no holder answers before it had a notice. An answer on the day of the notice is in time. What comes after
 * another answer is no mistake: the procedure says whether it still does anything.
 */
export function checkResponses(inOrder: readonly PlacedEvent[], report: Report): void {
  for (const { spot, event } of inOrder) {
    if (!('party' in event) || !RESPONSES.includes(event.is)) continue;
    const hadNotice = inOrder.some(
      ({ event: other }) => other.is === 'notice' && other.party === event.party && other.on <= event.on,
    );
    if (hadNotice) continue;
    const message = `${inBackticks(event.party)} has had no notice on the day of its ${event.is}`;
    report('request/response-without-notice', spot, message, {
      hint: 'record the notice, or correct the day',
    });
  }
}
