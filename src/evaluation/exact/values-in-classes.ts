import type { Witnessing } from '../../diagram/requests/exact-answer.ts';
import { classesLeftBy } from '../../diagram/requests/classes-left.ts';
import { classOfEvent, latestDays, type EventDomain } from '../../diagram/variables/event-domain.ts';
import { factVariablesOf, type Domain, type FactVariable } from '../../diagram/variables/fact-variables.ts';
import { boundsOf, intervalOf, intervalOfClass, type Cut, type Line } from '../../diagram/variables/line.ts';
import type { Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import type { Scalar } from '../../vocabulary/criterion.ts';
import type { Day } from '../../vocabulary/day.ts';

/**
 * Gives a value for each fact of which the class is chosen, by its id. A number by which the request counts in measures has
 * classes of its own there. Facts that are compared with each other get the same
 * value just where they are in the same class. A fact is left out where its class has no value that can be written: a
 * number between two neighbours, or one day too many among the few that a class holds.
 */
export function valuesInClasses(
  pack: Pack,
  request: Request,
  chosen: ReadonlyMap<string, Chosen>,
): ReadonlyMap<string, Scalar> {
  const values = new Map<string, Scalar>();
  for (const [id, { domain, klass }] of chosen) {
    const peers = peersOf(id, domain, { pack, request, chosen, values });
    const value =
      peers.find((peer) => peer.klass === klass)?.value ?? newValue(domain, klass, request, peers);
    if (value !== undefined) values.set(id, value);
  }
  return values;
}

/** A class of a fact. */
export interface Chosen {
  readonly domain: Domain;
  readonly klass: number;
}

/** The facts of which a witness chooses a class. */
export function chosenIn(where: Witnessing['where']): ReadonlyMap<string, Chosen> {
  const facts = where.filter(({ variable }) => variable.about.is === 'fact');
  return new Map(
    facts.map(({ variable, klass }) => [
      variable.about.id,
      { domain: (variable as FactVariable).domain, klass },
    ]),
  );
}

/** A fact with which another is compared, where its value is known. */
interface Peer {
  readonly klass: number;
  readonly value: Scalar;
}

interface SoFar {
  readonly pack: Pack;
  readonly request: Request;
  readonly chosen: ReadonlyMap<string, Chosen>;
  readonly values: ReadonlyMap<string, Scalar>;
}

function peersOf(own: string, domain: Domain, { pack, request, chosen, values }: SoFar): readonly Peer[] {
  if (domain.is === 'listed' || domain.group.length < 2) return [];
  const leftOf = classesLeftBy(request, '', pack);
  return domain.group.flatMap((id): readonly Peer[] => {
    const variable = factVariablesOf(pack).get(id);
    const stated = Object.hasOwn(request.facts, id) ? request.facts[id] : undefined;
    const value = values.get(id) ?? stated;
    if (id === own || variable === undefined || value === undefined) return [];
    const klass = chosen.get(id)?.klass ?? leftOf(variable);
    return typeof klass === 'number' ? [{ klass, value }] : [];
  });
}

/** A value of the class that no peer has. */
function newValue(
  domain: Domain,
  klass: number,
  { date }: Request,
  peers: readonly Peer[],
): Scalar | undefined {
  const values = valuesAbout(domain, klass, date);
  return values.find((value) => peers.every((peer) => peer.value !== value));
}

/** Some values of a class: as many as facts are compared with each other, where it has so many. */
function valuesAbout(domain: Domain, klass: number, date: Day): readonly Scalar[] {
  switch (domain.is) {
    case 'listed': {
      const sample = domain.classes[klass]?.sample;
      return sample === undefined ? [] : [sample];
    }
    case 'event':
      return daysIn(domain, klass, date);
    case 'line': {
      const { line, isWhole, group } = domain;
      const interval = intervalOfClass(line, klass);
      return numbersAbout(line, interval, isWhole, group.length).filter(
        (value) => intervalOf(line, value) === interval,
      );
    }
  }
}

/** Every stretch of days that see the same tails over ends on one of the latest days. */
function daysIn(domain: EventDomain, klass: number, date: Day): readonly Scalar[] {
  const { sample, over } = domain.classes[klass] ?? { over: 0 };
  if (sample !== undefined) return [sample];
  const most = domain.named.length + domain.group.length;
  const days = latestDays(domain, date).flatMap((last) => downFrom(last, most));
  return days.filter((day) => {
    const own = domain.classes[classOfEvent(domain, day, date, [])];
    return own?.sample === undefined && own?.over === over;
  });
}

function downFrom(last: Day, most: number): readonly Day[] {
  return Array.from({ length: most }, (_, before) => last - before);
}

function numbersAbout(line: Line, interval: number, isWhole: boolean, most: number): readonly number[] {
  const { low, high } = boundsOf(line, interval);
  const places = Array.from({ length: most + 2 }, (_, place) => place);
  if (low !== undefined && high !== undefined && !isWhole) {
    return places.map((place) => low.at + ((high.at - low.at) * place) / (most + 1));
  }
  if (low !== undefined) return places.map((place) => low.at + place * strideFrom(low, isWhole));
  if (high !== undefined) return places.map((place) => high.at - place * strideFrom(high, isWhole));
  return places;
}

/** Far enough for a number of any size to become another. */
function strideFrom({ at }: Cut, isWhole: boolean): number {
  return isWhole ? 1 : Math.max(1, Math.abs(at));
}
