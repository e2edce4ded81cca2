import { inBackticks } from '../../diagnostics/plain-text.ts';
import { readName } from '../forms/names.ts';
import { readOneOrMore } from '../forms/read-list.ts';
import type { Request } from '../request.ts';
import { child, type Spot } from '../written/written.ts';
import type { RequestContext } from './request-context.ts';

/** Reads the names of the quantities in which a deal can be made smaller, one or a list; each has to be stated. */
export function readDivisible(spot: Spot, facts: Spot, context: RequestContext): Request['divisible'] {
  return readOneOrMore(spot, (each) => readQuantity(each, facts, context), context.report);
}

function readQuantity(spot: Spot, facts: Spot, { vocabulary, report }: RequestContext): string | undefined {
  const naming = { code: 'request/undeclared-fact', noun: 'a fact' } as const;
  const id = readName(spot, vocabulary.facts, naming, report);
  if (id === undefined) return undefined;
  const fact = vocabulary.facts.declared.get(id);
  if (fact?.type.is !== 'number' || fact.measure !== undefined) {
    return report('request/indivisible-fact', spot, `${inBackticks(id)} is no number that could be smaller`);
  }
  const { value } = child(facts, id);
  if (value !== undefined && value !== 'unknown') return id;
  const message = `${inBackticks(id)} is to be divisible, and the request does not state it`;
  return report('request/quantity-not-stated', spot, message);
}
