import type { Names } from '../forms/names.ts';
import type { Fact, Happening, Party } from '../pack.ts';
import type { Report } from '../written/report.ts';

/** What of the pack a happening may name. */
export interface HappeningContext {
  readonly parties: Names<Party>;
  readonly facts: Names<Fact>;
  readonly report: Report;
}

/** What of the pack a measure may name. */
export interface MeasureContext extends HappeningContext {
  readonly happenings: Names<Happening>;
}
