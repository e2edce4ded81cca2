import type { Comparison, Criterion, Subject } from '../../vocabulary/criterion.ts';
import type { Measure } from '../../vocabulary/measure.ts';
import type { ScalarType } from '../forms/read-scalar.ts';

/** What a key of a scope stands for. */
export interface Tested {
  readonly subject: Subject;
  readonly type: ScalarType;
  /** Where it is a measure: its form. */
  readonly measure?: Measure;
  /** Begins the ids of the parameters that it is compared with. */
  readonly prefix: string;
}

/** Makes a test of what is tested. */
export function testOf({ subject }: Tested, comparison: Comparison): Criterion {
  return { is: 'test', subject, comparison };
}
