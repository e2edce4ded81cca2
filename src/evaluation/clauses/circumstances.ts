import type { Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import type { ScopeFinding } from '../criteria/find-scopes.ts';
import type { Settlement } from '../../pack/settlement.ts';

/** What a clause is judged by: the request, one candidate, what is settled, and the findings of all scopes. */
export interface Circumstances {
  readonly pack: Pack;
  readonly request: Request;
  readonly candidate: string;
  readonly settlement: Settlement;
  readonly scopeFinding: (key: string) => ScopeFinding;
}
