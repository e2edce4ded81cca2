import type { Pack } from '../../pack/pack.ts';
import type { SettledOutcome } from '../../vocabulary/outcome.ts';
import { isBarring, isFavourable, type Position } from '../../vocabulary/position.ts';
import { brokenPairs } from './combine.ts';
import type { Governing } from '../decision.ts';
import type { Standing } from './displacement.ts';

/** Gives, for each possible outcome, the standing clauses of the kind that decides it, in the pack's order. */
export function governingClauses(
  standings: readonly Standing[],
  possible: readonly SettledOutcome[],
  pack: Pack,
): readonly Governing[] {
  return possible.flatMap((outcome) => {
    const deciding = decidingClauses(standings, outcome, pack);
    return deciding.map((standing) => ({
      ...nameOf(standing),
      outcome,
      always: isAlwaysDeciding(standing, deciding, outcome),
    }));
  });
}

function decidingClauses(
  standings: readonly Standing[],
  outcome: SettledOutcome,
  pack: Pack,
): readonly Standing[] {
  if (outcome !== 'conflicted') {
    return standings.filter(({ positions }) => positions.some((position) => decides(position, outcome)));
  }
  const broken = new Set(
    brokenPairs(standings, pack).flatMap(({ promise, bar }) => [promise.standing, bar.standing]),
  );
  return standings.filter((standing) => broken.has(standing));
}

function decides(position: Position, outcome: Exclude<SettledOutcome, 'conflicted'>): boolean {
  switch (outcome) {
    case 'prohibited':
      return isBarring(position);
    case 'first-refusal':
      return position === 'offer-first';
    case 'conditional':
      return position === 'not-before';
    case 'permitted':
      return isFavourable(position);
  }
}

/** A certain position stands in every completion; so does the only one that can bring the outcome about. */
function isAlwaysDeciding(
  standing: Standing,
  deciding: readonly Standing[],
  outcome: SettledOutcome,
): boolean {
  if (standing.positions.length === 1) return true;
  if (outcome === 'permitted') return false;
  return deciding.length === (outcome === 'conflicted' ? 2 : 1);
}

function nameOf(standing: Standing): Pick<Governing, 'clause' | 'number' | 'title'> {
  const { id, number, title } = standing.finding.clause;
  return { clause: id, ...(number !== undefined && { number }), title };
}
