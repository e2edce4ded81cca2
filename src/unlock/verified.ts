import type { Answer } from '../evaluation/decision.ts';
import { evaluateRequest } from '../evaluation/evaluate-request.ts';
import type { Pack } from '../pack/pack.ts';
import type { Request } from '../pack/request.ts';
import { isoFromDay } from '../vocabulary/day.ts';
import { sealed, type Changed } from './changed.ts';
import { onLaterDay } from './ground/deal.ts';
import { CHANGE_KINDS } from './options/option.ts';
import { keyOf, type FoundSet } from './search/found-set.ts';

/** Changes that were made and asked about: what was asked then, and the answer. */
export interface Verified {
  readonly set: FoundSet;
  readonly changed: Changed;
  readonly answer: Answer;
}

/** Thrown where the engines do not permit what the diagram says they do: a mistake of ours, never an answer. */
class UnlockDisagrees extends Error {
  override readonly name = 'UnlockDisagrees';
}

/**
 * Makes the changes of a set and asks both engines. Gives `undefined` where they can only bound the answer; throws where they
 * contradict the set.
 */
export async function verified(
  pack: Pack,
  request: Request,
  candidate: string,
  set: FoundSet,
): Promise<Verified | undefined> {
  const changed = changedBy(pack, request, candidate, set);
  const { answers } = await evaluateRequest(changed.pack, changed.request);
  const [answer] = answers;
  if (answer === undefined) throw new Error('a request about one provider has no answer');
  if (answer.outcome === 'permitted') return { set, changed, answer };
  if (answer.bounded === true && answer.possible.includes('permitted')) return undefined;
  const said = { changes: set.options.map(keyOf), day: isoFromDay(set.day), possible: answer.possible };
  throw new UnlockDisagrees(`what should let it serve does not: ${JSON.stringify({ ...said, changed })}`);
}

/** Gives what is asked once the changes are made, in their order. */
export function changedBy(pack: Pack, request: Request, candidate: string, set: FoundSet): Changed {
  const alone = { ...onLaterDay(request, set.day), providers: [candidate], providersNamed: true };
  const options = set.options.toSorted(
    (one, other) => CHANGE_KINDS.indexOf(one.topic.kind) - CHANGE_KINDS.indexOf(other.topic.kind),
  );
  const made = options.reduce<Changed>((so, { make }) => make(so), { pack, request: alone });
  return { ...made, request: sealed(made) };
}
