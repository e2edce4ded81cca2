import type { Pack } from '../../src/pack/pack.ts';
import type { Request } from '../../src/pack/request.ts';
import type { Settled } from '../../src/pack/settlement.ts';
import { isoFromDay } from '../../src/vocabulary/day.ts';
import { loaded, type Pair } from '../support/generate-pairs.ts';
import type { Walked } from './walk-diagram.ts';

/** A pair as a pack, what is settled, and a question for each act and candidate. */
export interface Asked {
  readonly pack: Pack;
  readonly request: Request;
  readonly settled: Settled;
  readonly questions: readonly Walked[];
}

/** Takes a request apart into questions about one act and candidate, without its deal. */
export function questionsFrom(pair: Pair): Asked {
  const { pack, request, assumptions } = loaded(pair);
  const { actor, acts, providers, date, readings } = request;
  const facts = factsOf(pack, request);
  const questions = acts.flatMap((act) =>
    providers.map((provider) => ({ actor, act, provider, date: isoFromDay(date), facts })),
  );
  return { pack, request, settled: { readings, assumptions }, questions };
}

/** Known facts, days as ISO days. */
function factsOf(pack: Pack, request: Request): Walked['facts'] {
  return Object.fromEntries(
    pack.facts.flatMap(({ id, type }) => {
      const value = Object.hasOwn(request.facts, id) ? request.facts[id] : undefined;
      if (value === undefined) return [];
      const isDay = type.is === 'date' || type.is === 'event';
      return [[id, isDay && typeof value === 'number' ? isoFromDay(value) : value] as const];
    }),
  );
}
