import type { Pack } from '../../pack/pack.ts';
import type { Settlement } from '../../pack/settlement.ts';
import type { Day } from '../../vocabulary/day.ts';

/** What steps are worked out from. */
export interface StepContext {
  readonly pack: Pack;
  readonly settlement: Settlement;
  readonly candidate: string;
  readonly date: Day;
}
