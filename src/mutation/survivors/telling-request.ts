import { checkRequest } from '../../pack/check-request.ts';
import type { Pack } from '../../pack/pack.ts';
import type { ComparedAnswer } from '../../regression/compare-answer.ts';
import { quickAnswer } from '../run/quick-answer.ts';

/** A request as a document, and whether it is asked without assumptions. */
export interface RequestToTry {
  readonly request: Readonly<Record<string, unknown>>;
  readonly assumptions?: 'as-stated' | 'open';
}

/** True of a map, as a request is and some of its parts are. */
export function isDocument(value: unknown): value is RequestToTry['request'] {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Gives the first of some requests that both packs take and answer differently, as far as a scenario can tell. */
export function tellingRequest(
  original: Pack,
  mutant: Pack,
  requests: Iterable<RequestToTry>,
): RequestToTry | undefined {
  for (const each of requests) if (tells(original, mutant, each)) return each;
  return undefined;
}

function tells(original: Pack, mutant: Pack, { request, assumptions = 'as-stated' }: RequestToTry): boolean {
  const [before, after] = [checkRequest(original, request), checkRequest(mutant, request)];
  if (!before.ok || !after.ok) return false;
  const [then, now] = [
    quickAnswer(original, { request: before.value, assumptions }),
    quickAnswer(mutant, { request: after.value, assumptions }),
  ];
  return before.value.providers.some((provider) => {
    const [one, other] = [then(provider), now(provider)];
    return one !== undefined && other !== undefined && textOf(one) !== textOf(other);
  });
}

/** What a scenario can say of an answer, its sets in one order. */
function textOf({ outcome, possible, turnsOn, acts, governing }: ComparedAnswer): string {
  const said = (each: Pick<ComparedAnswer, 'outcome' | 'possible' | 'turnsOn' | 'governing'>): unknown => [
    each.outcome,
    each.possible,
    each.turnsOn.map(({ id }) => id).toSorted(),
    each.governing.map(({ clause }) => clause).toSorted(),
  ];
  return JSON.stringify([said({ outcome, possible, turnsOn, governing }), acts.map(said)]);
}
