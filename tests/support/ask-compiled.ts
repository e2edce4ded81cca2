import type { Question } from '../../src/diagram/compile/question.ts';
import type { Request } from '../../src/pack/request.ts';
import {
  settlementAsStated,
  settlementFor,
  type Settled,
  type Settlement,
} from '../../src/pack/settlement.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { scopesOf } from '../../src/pack/scopes.ts';
import { testsOf } from '../../src/vocabulary/criterion.ts';
import { isoFromDay } from '../../src/vocabulary/day.ts';
import type { AssumptionMode } from './naive-world.ts';

/** True where a request says nothing but what a question to a compiled pack can say. */
export function isPlain(request: Request, pack: Pack): boolean {
  const { opportunity, designees, through, elections, divisible } = request;
  const isSaid = [opportunity, designees, through, elections, divisible].some((part) => part !== undefined);
  return !isSaid && !testsMeasures(pack);
}

/** A compiled pack takes the number of a measure as it takes a fact, and knows no record. */
function testsMeasures({ clauses }: Pack): boolean {
  return clauses
    .flatMap(scopesOf)
    .flatMap(({ criterion }) => testsOf(criterion))
    .some(({ subject }) => subject.is === 'fact' && subject.measured !== undefined);
}

/** What a pack is compiled under to answer a request: opened, even the readings that the request takes are open. */
export function settledFor({ readings }: Request, assumptions: AssumptionMode): Settled {
  return assumptions === 'open' ? { assumptions } : { readings };
}

/** The same for diagrams of one request. */
export function settlementOf(pack: Pack, request: Request, assumptions: AssumptionMode): Settlement {
  return assumptions === 'open' ? settlementFor(pack, { assumptions }) : settlementAsStated(pack, request);
}

/** The question to a compiled pack that asks what a request asks about one act of one provider. */
export function questionFrom(
  pack: Pack,
  request: Request,
  { provider, act }: { readonly provider: string; readonly act: string },
): Question {
  const days = new Set(
    pack.facts.filter(({ type }) => type.is === 'date' || type.is === 'event').map(({ id }) => id),
  );
  const facts = Object.entries(request.facts).map(([id, value]) => {
    return [id, days.has(id) && typeof value === 'number' ? isoFromDay(value) : value] as const;
  });
  return {
    actor: request.actor,
    act,
    provider,
    date: isoFromDay(request.date),
    facts: Object.fromEntries(facts),
  };
}
