import { inBackticks } from '../../diagnostics/plain-text.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { Report } from '../written/report.ts';
import { isOfHolder } from './party-key.ts';
import type { PlacedEvent } from './placed-event.ts';

/**
 * Checks that no holder answers before it had a notice. An answer on the day of the notice is in time. What comes after
 * another answer is no mistake: the procedure says whether it still does anything.
 */
export function checkResponses(inOrder: readonly PlacedEvent[], report: Report): void {
  const firstNotice = new Map<string, Day>();
  for (const { event } of inOrder) {
    if (event.is === 'notice' && !firstNotice.has(event.party)) firstNotice.set(event.party, event.on);
  }
  for (const { spot, event } of inOrder) {
    if (!('party' in event) || !isOfHolder(event.is)) continue;
    if ((firstNotice.get(event.party) ?? Infinity) <= event.on) continue;
    const message = `${inBackticks(event.party)} has had no notice on the day of its ${event.is}`;
    report('request/response-without-notice', spot, message, {
      hint: 'record the notice, or correct the day',
    });
  }
}
