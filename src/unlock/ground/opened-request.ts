import { factVariablesOf } from '../../diagram/variables/fact-variables.ts';
import type { Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';

/**
 * Gives a request in which every fact is open that may be changed. A fact stays as it is where it is compared with others, so
 * that it cannot be changed by itself, and where a part of its quantity has been taken.
 */
export function openedRequest(pack: Pack, request: Request): Request {
  const kept = Object.entries(request.facts).filter(([id]) => !isChangeable(pack, request, id));
  const { divisible: _, ...whole } = request;
  return { ...whole, facts: Object.fromEntries(kept) };
}

/** True of a fact that can be changed whatever the others are. */
export function isChangeable(pack: Pack, { opportunity }: Request, id: string): boolean {
  const domain = factVariablesOf(pack).get(id)?.domain;
  const isTakenInPart = opportunity?.events.some(
    (event) => event.is === 'exercise' && event.takes?.fact === id,
  );
  return (
    isTakenInPart !== true && (domain === undefined || domain.is === 'listed' || domain.group.length < 2)
  );
}
