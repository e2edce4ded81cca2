import type { Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import { isoFromDay } from '../../vocabulary/day.ts';
import type { RequestSummary } from '../decision.ts';
import { describeFactValue } from '../criteria/describe-test.ts';
import type { Scalar } from '../../vocabulary/criterion.ts';
import { actOf, partyOf } from '../../pack/lookup.ts';

/** Puts a request in words for the decision: who, when, which acts, and the facts that are known. */
export function summarise(pack: Pack, request: Request): RequestSummary {
  const { opportunity, through, divisible, knownOn } = request;
  return {
    digest: request.digest,
    date: isoFromDay(request.date),
    actor: partyOf(pack, request.actor),
    acts: request.acts.map((act) => actOf(pack, act)),
    providersNamed: request.providersNamed,
    facts: pack.facts.flatMap(({ id }) => {
      const value = Object.hasOwn(request.facts, id) ? request.facts[id] : undefined;
      return value === undefined ? [] : [{ fact: id, value: describeFact(id, value, request, pack) }];
    }),
    readings: pack.readings.flatMap(({ id }) => {
      const option = Object.hasOwn(request.readings, id) ? request.readings[id] : undefined;
      return option === undefined ? [] : [{ reading: id, option }];
    }),
    ...(divisible !== undefined && { divisible }),
    ...(through !== undefined && { through: partyOf(pack, through) }),
    ...(opportunity !== undefined && {
      opportunity: {
        id: opportunity.id,
        counterparty: partyOf(pack, opportunity.counterparty),
        completeTo: isoFromDay(opportunity.completeTo),
      },
    }),
    ...(knownOn !== undefined && { knownOn: isoFromDay(knownOn) }),
  };
}

/** An assessment is shown with who made it and when. */
function describeFact(id: string, value: Scalar, { assessedBy = {} }: Request, pack: Pack): string {
  const words = describeFactValue(id, value, pack);
  const assessed = Object.hasOwn(assessedBy, id) ? assessedBy[id] : undefined;
  return assessed === undefined ? words : `${words}, found by ${assessed.by} on ${isoFromDay(assessed.on)}`;
}
