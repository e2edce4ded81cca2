import type { Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import type { ScopeFinding } from '../criteria/find-scopes.ts';
import type { Settlement } from '../../pack/settlement.ts';
import type { Course } from './course.ts';

/** What a clause is judged by: the request, one candidate, what is settled, and the findings of all scopes. */
export interface Circumstances {
  readonly pack: Pack;
  readonly request: Request;
  readonly candidate: string;
  readonly settlement: Settlement;
  /** What is taken to have come of the deal on record; absent where only the record says. */
  readonly course?: Course;
  readonly scopeFinding: (key: string) => ScopeFinding;
}
