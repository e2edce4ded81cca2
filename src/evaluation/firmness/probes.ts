import type { Reach } from '../../diagram/turns/reach.ts';
import { turnsOfDate } from '../../diagram/turns/turns-of-date.ts';
import { turnsOfFact } from '../../diagram/turns/turns-of-fact.ts';
import type { Openness } from '../../diagram/turns/turns-of-record.ts';
import type { Cut } from '../../diagram/variables/line.ts';
import type { Fact, Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import type { Probe } from './flip-search.ts';

/** Steps from a value downwards and upwards, each to the next place at which the answer may change. */
export interface Probes {
  readonly below: readonly Probe[];
  readonly above: readonly Probe[];
}

/** Days are looked at within so many of them. */
export const DAYS_AROUND = 731;

/** Gives the steps away from the date of a request. */
export function probesOfDate(pack: Pack, request: Request, openness: Openness): Probes {
  const { date } = request;
  const [, ...turns] = turnsOfDate(pack, request, around(date), openness);
  return probesOfDays(turns, date);
}

/** Gives the steps away from the number, or the day, that a request states for a fact. */
export function probesOfFact(pack: Pack, request: Request, fact: Fact, value: number): Probes {
  if (fact.type.is !== 'number') {
    const cuts = turnsOfFact(pack, request, fact, around(value));
    return probesOfDays(
      cuts.map(({ at }) => at),
      value,
    );
  }
  const cuts = turnsOfFact(pack, request, fact, { from: -Infinity, to: Infinity });
  const isAbove = ({ at, side }: Cut): boolean => (side === 'before' ? at > value : at >= value);
  return {
    above: cuts.filter(isAbove).map((cut, place, all) => probeAbove(cut, all[place + 1])),
    below: cuts
      .filter((cut) => !isAbove(cut))
      .toReversed()
      .map((cut, place, all) => probeBelow(cut, all[place + 1])),
  };
}

function around(day: number): Reach {
  return { from: day - DAYS_AROUND, to: day + DAYS_AROUND };
}

function probesOfDays(turns: readonly number[], day: number): Probes {
  const probe = (at: number): Probe => ({ at, value: at, included: true });
  return {
    above: turns.filter((turn) => turn > day).map(probe),
    below: turns
      .filter((turn) => turn <= day)
      .map((turn) => probe(turn - 1))
      .toReversed(),
  };
}

function probeAbove({ at, side }: Cut, next: Cut | undefined): Probe {
  if (side === 'before') return { at, value: at, included: true };
  return { at, value: next === undefined ? at + stride(at) : at + (next.at - at) / 2, included: false };
}

function probeBelow({ at, side }: Cut, next: Cut | undefined): Probe {
  if (side === 'after') return { at, value: at, included: true };
  return { at, value: next === undefined ? at - stride(at) : at - (at - next.at) / 2, included: false };
}

/** Far enough for a number of any size to become another. */
function stride(at: number): number {
  return Math.max(1, Math.abs(at));
}
