import type { Pack } from '../../pack/pack.ts';
import type { SettledOutcome } from '../../vocabulary/outcome.ts';
import type { Position } from '../../vocabulary/position.ts';
import { brokenPairs, possibleOutcomes } from './combine.ts';
import type { Standing } from './displacement.ts';

/**
 * Gives the ids of the unknowns behind clauses whose open position can change the outcome. Clauses are taken as
 * independent, so an id may be named that cannot change the answer; none that can is left out.
 */
export function unknownsThatMatter(standings: readonly Standing[], pack: Pack): readonly string[] {
  const broken = new Set(
    brokenPairs(standings, pack).flatMap(({ promise, bar }) => [promise.standing, bar.standing]),
  );
  const relevant = standings.filter((standing) => {
    if (standing.positions.length < 2) return false;
    if (broken.has(standing)) return true;
    const others = possibleOutcomes(
      standings.filter((other) => other !== standing),
      pack,
    );
    return standing.positions.some((position) => changesSome(position, others));
  });
  return [...new Set(relevant.flatMap((standing) => standing.dependsOn))];
}

/** True where adding the position to clauses with one of these outcomes can make another outcome of it. */
function changesSome(position: Position, others: readonly SettledOutcome[]): boolean {
  const changed = CHANGED_BY[position];
  return others.some((outcome) => changed.includes(outcome));
}

const CHANGED_BY: Readonly<Record<Position, readonly SettledOutcome[]>> = {
  permits: [],
  reserves: [],
  nothing: [],
  'not-before': ['permitted'],
  'offer-first': ['permitted', 'conditional'],
  forbids: ['permitted', 'conditional', 'first-refusal'],
  'reserved-for-another': ['permitted', 'conditional', 'first-refusal'],
};
