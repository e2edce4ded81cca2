import type { Fact, Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import { restOf } from '../../procedure/states/rest-of.ts';
import { factVariablesOf, type FactVariable } from '../variables/fact-variables.ts';
import { latestDays } from '../variables/event-domain.ts';
import { beforeDay, cutsInOrder, type Cut } from '../variables/line.ts';
import { sizeVariable } from '../requests/size-variable.ts';
import type { Reach } from './reach.ts';

/**
 * Gives the places within a reach at which the answer to a request may change as a number, or a day, of it is varied, in
 * order: each before a value or after it, and for days before the day on which what follows begins. At some of them
 * nothing changes.
 */
export function turnsOfFact(pack: Pack, request: Request, { id, type }: Fact, reach: Reach): readonly Cut[] {
  const variable = factVariablesOf(pack).get(id);
  const cuts = [
    ...(variable === undefined ? [] : cutsOfVariable(variable, pack, request, reach)),
    ...restCuts(id, request),
    // Of nothing there is nothing smaller.
    ...(request.divisible?.includes(id) === true ? around(0) : []),
  ];
  const placed = type.is === 'number' ? cuts : cuts.map(beforeDay);
  return cutsInOrder(placed.filter((cut) => isWithin(cut, reach)));
}

/** True where a cut leaves something of a reach on either side. */
function isWithin({ at, side }: Cut, { from, to }: Reach): boolean {
  return side === 'before' ? from < at && at <= to : from <= at && at < to;
}

function cutsOfVariable(variable: FactVariable, pack: Pack, request: Request, reach: Reach): readonly Cut[] {
  const { about, domain } = variable;
  if (domain.is === 'listed') return [];
  const peers = domain.group.flatMap((fact) => {
    const value = Object.hasOwn(request.facts, fact) ? request.facts[fact] : undefined;
    return fact === about.id || typeof value !== 'number' ? [] : [value];
  });
  if (domain.is === 'event') return dayCuts(variable, peers, request, reach);
  const { [about.id]: _own, ...others } = request.facts;
  const size = sizeVariable(pack, { ...request, facts: others }, about.id);
  return [...domain.line.cuts, ...(size?.domain.line.cuts ?? []), ...peers.flatMap(around)];
}

/** A day turns what is counted from it; while a deal is on record, it may be any day on which its course changes. */
function dayCuts(
  { domain }: FactVariable,
  peers: readonly number[],
  { date, opportunity }: Request,
  { from, to }: Reach,
): readonly Cut[] {
  if (domain.is !== 'event') return [];
  if (opportunity !== undefined)
    return Array.from({ length: to - from }, (_, later) => ({
      at: from + later + 1,
      side: 'before' as const,
    }));
  const days = [...latestDays(domain, date), ...domain.named, ...peers, date];
  return days.flatMap(around);
}

/** How much is left of a quantity after a part of it was taken. */
function restCuts(fact: string, { opportunity }: Request): readonly Cut[] {
  return (opportunity?.events ?? []).flatMap((event) => {
    if (event.is !== 'exercise' || event.takes?.fact !== fact) return [];
    return around(restOf(event.takes));
  });
}

function around(at: number): readonly Cut[] {
  return [
    { at, side: 'before' },
    { at, side: 'after' },
  ];
}
