import type { Witnessing } from '../../diagram/requests/exact-answer.ts';
import { classOfEvent } from '../../diagram/variables/event-domain.ts';
import type { Domain } from '../../diagram/variables/fact-variables.ts';
import { classOfNumber } from '../../diagram/variables/line.ts';
import { eventQuestion } from '../../procedure/record/dated.ts';
import type { Request } from '../../pack/request.ts';
import type { Scalar } from '../../vocabulary/criterion.ts';
import { dayFromIso, type Day } from '../../vocabulary/day.ts';
import type { Chosen } from './values-in-classes.ts';

type Where = Witnessing['where'];

/**
 * Gives the facts of a witness with the days on which the record of a deal takes events to have happened. A fact of
 * which the witness says that and something else besides, that does not go with it, is left open.
 */
export function withDaysOfEvents(
  facts: ReadonlyMap<string, Scalar>,
  chosen: ReadonlyMap<string, Chosen>,
  where: Where,
  { date }: Request,
): ReadonlyMap<string, Scalar> {
  const values = new Map(facts);
  for (const [fact, { domain, klass }] of chosen) {
    const day = dayTaken(fact, where);
    if (day === undefined) continue;
    if (classOf(domain, day, date) === klass) values.set(fact, day);
    else values.delete(fact);
  }
  return values;
}

function dayTaken(fact: string, where: Where): Scalar | undefined {
  const taken = where.find(
    ({ variable: { about } }) => about.is === 'unrecorded' && about.id === eventQuestion(fact),
  );
  if (taken === undefined) return undefined;
  const label = taken.variable.classes[taken.klass]?.label ?? '';
  return dayFromIso(label) ?? label;
}

function classOf(domain: Domain, day: Scalar, date: Day): number | undefined {
  if (domain.is === 'event') return classOfEvent(domain, day, date, []);
  return domain.is === 'line' && typeof day === 'number' ? classOfNumber(domain.line, day, []) : undefined;
}
