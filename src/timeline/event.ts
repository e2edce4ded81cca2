import type { EdgeCause } from './timeline.ts';

/** What happens to a clause, and in a sentence without its full stop. */
export type Event = Pick<EdgeCause, 'kind' | 'event'>;

/** Where on the axis it happens: on an ISO day, where the date is varied; and the last day of the deal's record. */
export interface At {
  readonly day?: string;
  readonly completeTo?: string;
}
