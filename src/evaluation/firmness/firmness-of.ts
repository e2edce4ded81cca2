import { requestAt, type Varied } from '../../diagram/turns/request-at.ts';
import type { Openness } from '../../diagram/turns/turns-of-record.ts';
import { difference } from '../../measure/scaled.ts';
import type { Fact, Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import type { Settlement } from '../../pack/settlement.ts';
import { isoFromDay } from '../../vocabulary/day.ts';
import { outcomeOf, type SettledOutcome } from '../../vocabulary/outcome.ts';
import type { Deciding, Flip } from '../decision.ts';
import { exactAnswers, type ExactAnswers } from '../exact/exact-answers.ts';
import { nearestFlip, type Searched } from './flip-search.ts';
import { DAYS_AROUND, probesOfDate, probesOfFact, type Probes } from './probes.ts';

/** Finds which dates and numbers of a request decide an answer: how far each is from where it flips. */
export type DecidingFor = (
  candidate: string,
  act: string,
  possible: readonly SettledOutcome[],
) => readonly Deciding[];

/** What is varied, its value, and the steps away from it. */
interface Sweep {
  readonly varied: Varied;
  readonly fact?: Fact;
  readonly value: number;
  readonly probes: Probes;
}

/** Prepares to find what decides the answers to a request. What is built for one candidate serves the others too. */
export function openFirmness(
  pack: Pack,
  request: Request,
  settlement: Settlement,
  openness: Openness,
): DecidingFor {
  const sweeps = sweepsOf(pack, request, openness);
  const known = new Map<string, ExactAnswers>();
  const exactAt = (varied: Varied, value: number): ExactAnswers => {
    const key = JSON.stringify([varied, value]);
    const exact = known.get(key) ?? exactAnswers(pack, requestAt(request, varied, value));
    known.set(key, exact);
    return exact;
  };
  return (candidate, act, possible) =>
    sweeps.flatMap((sweep) => {
      const { varied, probes } = sweep;
      const possibleAt = (value: number): readonly SettledOutcome[] | undefined =>
        exactAt(varied, value).possible(candidate, [act], settlement)?.possible;
      const below = nearestFlip(probes.below, possible, possibleAt);
      const above = nearestFlip(probes.above, possible, possibleAt);
      return below.flip === undefined && above.flip === undefined ? [] : [describe(sweep, below, above)];
    });
}

function sweepsOf(pack: Pack, request: Request, openness: Openness): readonly Sweep[] {
  const facts = pack.facts.flatMap((fact): readonly Sweep[] => {
    const value = Object.hasOwn(request.facts, fact.id) ? request.facts[fact.id] : undefined;
    if (typeof value !== 'number') return [];
    const probes = probesOfFact(pack, request, fact, value);
    return [{ varied: { is: 'fact', fact: fact.id }, fact, value, probes }];
  });
  const probes = probesOfDate(pack, request, openness);
  return [{ varied: { is: 'date' }, value: request.date, probes }, ...facts];
}

function describe({ fact, value }: Sweep, below: Searched, above: Searched): Deciding {
  const type = fact?.type;
  const isDay = type?.is !== 'number';
  const written = (each: number): string | number => (isDay ? isoFromDay(each) : each);
  const side = (name: 'below' | 'above', { flip, sameTo }: Searched, end: number | undefined): object => {
    if (flip !== undefined) return { [name]: flipAt(flip, value, written) };
    const last = sameTo ?? end;
    return last === undefined ? {} : { [name === 'below' ? 'sameFrom' : 'sameTo']: written(last) };
  };
  return {
    is: fact === undefined ? 'date' : 'fact',
    ...(fact !== undefined && { fact: fact.id }),
    ...(type?.is === 'number' && type.unit !== undefined && { unit: type.unit }),
    value: written(value),
    ...side('below', below, isDay ? value - DAYS_AROUND : undefined),
    ...side('above', above, isDay ? value + DAYS_AROUND : undefined),
  };
}

function flipAt(
  { at, included, possible }: NonNullable<Searched['flip']>,
  value: number,
  written: (each: number) => string | number,
): Flip {
  return {
    at: written(at),
    ...(!included && { excluded: true as const }),
    away: Math.abs(difference(at, value)),
    outcome: outcomeOf(possible),
    possible,
  };
}
