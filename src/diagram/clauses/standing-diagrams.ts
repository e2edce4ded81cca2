import type { Clause } from '../../pack/pack.ts';
import { isAdverse, isFavourable, type Position } from '../../vocabulary/position.ts';
import { FALSE, type Diagram, type Diagrams } from '../algebra/diagrams.ts';
import type { PositionDiagrams } from './position-diagrams.ts';

/** Where a clause stands with which position, once precedence has been applied. */
export interface StandingDiagrams {
  readonly clause: Clause;
  readonly positions: PositionDiagrams;
}

/**
 * Applies precedence from the top down: what opposes a clause from above, and itself stands, displaces it. What comes first
 * and stands in the way silences what comes after.
 */
export function standingDiagrams(
  diagrams: Diagrams,
  clauses: readonly Clause[],
  positionsOf: (clause: Clause) => PositionDiagrams,
): readonly StandingDiagrams[] {
  const above = prevailingOver(clauses);
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  const done = new Map<string, StandingDiagrams>();
  const settle = (clause: Clause): StandingDiagrams => {
    const known = done.get(clause.id);
    if (known !== undefined) return known;
    const positions = positionsOf(clause);
    const uppers = positions.size === 0 ? [] : (above.get(clause.id) ?? []).map(settle);
    const first = (clause.after ?? []).flatMap((id) => byId.get(id) ?? []).map(settle);
    const left = silenced(diagrams, givenWay(diagrams, positions, uppers), first);
    const standing = { clause, positions: left };
    done.set(clause.id, standing);
    return standing;
  };
  return clauses.map(settle);
}

/** For each clause those that prevail over it; a pack has no cycles of precedence. */
function prevailingOver(clauses: readonly Clause[]): ReadonlyMap<string, readonly Clause[]> {
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  const above = new Map<string, Clause[]>();
  const add = (lower: string, upper: Clause | undefined): void => {
    if (upper !== undefined) above.set(lower, [...(above.get(lower) ?? []), upper]);
  };
  for (const clause of clauses) {
    for (const id of clause.subjectTo) add(clause.id, byId.get(id));
    for (const id of clause.notwithstanding) add(id, clause);
  }
  return above;
}

function givenWay(
  diagrams: Diagrams,
  positions: PositionDiagrams,
  above: readonly StandingDiagrams[],
): PositionDiagrams {
  if (above.length === 0) return positions;
  const opposing = (are: (position: Position) => boolean): Diagram =>
    diagrams.not(diagrams.any(above.map((standing) => whereAny(diagrams, standing.positions, are))));
  const unopposed = { favourable: opposing(isAdverse), adverse: opposing(isFavourable) };
  return new Map(
    [...positions].map(([position, diagram]) => {
      const free = isFavourable(position) ? unopposed.favourable : unopposed.adverse;
      return [position, diagrams.and(diagram, free)];
    }),
  );
}

/** Nothing is said against a candidate while something that comes first still is. */
function silenced(
  diagrams: Diagrams,
  positions: PositionDiagrams,
  first: readonly StandingDiagrams[],
): PositionDiagrams {
  if (first.length === 0) return positions;
  const isFree = diagrams.not(
    diagrams.any(first.map((standing) => whereAny(diagrams, standing.positions, isAdverse))),
  );
  return new Map(
    [...positions].map(([position, diagram]) => {
      return [position, isAdverse(position) ? diagrams.and(diagram, isFree) : diagram];
    }),
  );
}

/** Where one of the positions that are meant is taken. */
export function whereAny(
  diagrams: Diagrams,
  positions: PositionDiagrams,
  isMeant: (position: Position) => boolean,
): Diagram {
  const meant = [...positions].filter(([position]) => isMeant(position)).map(([, diagram]) => diagram);
  return meant.length === 0 ? FALSE : diagrams.any(meant);
}
