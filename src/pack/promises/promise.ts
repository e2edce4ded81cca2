import type { FindingCode } from '../../diagnostics/finding-codes.ts';
import type { Criterion } from '../../vocabulary/criterion.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { SettledOutcome } from '../../vocabulary/outcome.ts';
import type { ProviderSelection } from '../provider-selection.ts';
import type { Source } from '../source.ts';

/** What has to hold of every answer of a pack, under every amendment. It decides nothing: `check` proves it. */
export interface PackPromise {
  readonly id: string;
  readonly means: string;
  readonly actor: string;
  readonly act: string;
  readonly providers: ProviderSelection;
  readonly when: Criterion;
  /** First day on which it is promised; absent where it always was. */
  readonly from?: Day;
  /** First day on which it is promised no longer. */
  readonly until?: Day;
  /** Outcomes that keep it. */
  readonly kept: readonly SettledOutcome[];
  /** True where it is promised of the ordinary case only: no deal on record, nobody designated, the provider serves directly. */
  readonly ordinarily: boolean;
  /** Whether it is promised for what the pack assumes, or also for everything that it might have assumed. */
  readonly assumptions: 'as-stated' | 'open';
  readonly source?: Source;
}

/** A finding that somebody has looked at and lets stand. */
export interface Suppression {
  readonly code: FindingCode;
  /** The id of what the finding is about. */
  readonly of: string;
  readonly because: string;
}
