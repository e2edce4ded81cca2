import type { OpportunityEvent } from '../request.ts';
import type { Spot } from '../written/written.ts';

/** An event with the place where it is written. */
export interface PlacedEvent {
  readonly spot: Spot;
  readonly event: OpportunityEvent;
}
