import type { Clause } from '../../pack/pack.ts';
import type { Finding } from '../../vocabulary/finding.ts';
import { isAdverse, opposes, type Position } from '../../vocabulary/position.ts';
import type { ClauseFinding } from '../clauses/find-clause.ts';

/** A clause's positions once precedence has been applied. */
export interface Standing {
  readonly finding: ClauseFinding;
  /** Every position with which it may stand; `nothing` where it is or may be displaced or silent. */
  readonly positions: readonly Position[];
  readonly displacedBy: readonly Displacement[];
  /** Unknowns behind more than one standing position. */
  readonly dependsOn: readonly string[];
}

export interface Displacement {
  readonly clause: string;
  readonly finding: Finding;
}

/**
 * Applies precedence from the top down: a clause gives way only to one that itself stands, says something, and
 * opposes it, or comes first and stands in the way as well. Clauses keep their order.
 */
export function standingOf(findings: readonly ClauseFinding[]): readonly Standing[] {
  const prevailing = prevailingClauses(findings.map((finding) => finding.clause));
  const byId = new Map(findings.map((finding) => [finding.clause.id, finding]));
  const done = new Map<string, Standing>();
  const settle = (finding: ClauseFinding): Standing => {
    const known = done.get(finding.clause.id);
    if (known !== undefined) return known;
    const above = (prevailing.get(finding.clause.id) ?? []).flatMap((id) => byId.get(id) ?? []).map(settle);
    const first = (finding.clause.after ?? []).flatMap((id) => byId.get(id) ?? []).map(settle);
    const standing = giveWay(finding, above, first);
    done.set(finding.clause.id, standing);
    return standing;
  };
  return findings.map(settle);
}

/** For each clause the ids of those that prevail over it; the pack has been checked for cycles. */
function prevailingClauses(clauses: readonly Clause[]): ReadonlyMap<string, readonly string[]> {
  const prevailing = new Map<string, string[]>(clauses.map((clause) => [clause.id, [...clause.subjectTo]]));
  for (const clause of clauses) {
    for (const id of clause.notwithstanding) prevailing.get(id)?.push(clause.id);
  }
  return prevailing;
}

function giveWay(finding: ClauseFinding, above: readonly Standing[], first: readonly Standing[]): Standing {
  const fates = finding.positions.map((position) => ({
    position,
    displacements: [
      ...displacementsBy(above, (other) => opposes(position, other)),
      ...displacementsBy(first, (other) => isAdverse(position) && isAdverse(other)),
    ],
  }));
  const positions = new Set<Position>();
  for (const { position, displacements } of fates) {
    const displaced = displacements.some((displacement) => displacement.finding === 'met');
    if (!displaced) positions.add(position);
    if (displacements.length > 0) positions.add('nothing');
  }
  const displacedBy = distinct(fates.flatMap((fate) => fate.displacements));
  const movers = [...above, ...first].filter((standing) =>
    displacedBy.some(({ clause }) => clause === standing.finding.clause.id),
  );
  const dependsOn =
    positions.size > 1
      ? [...new Set([...finding.dependsOn, ...movers.flatMap((standing) => standing.dependsOn)])]
      : [];
  return { finding, positions: [...positions], displacedBy, dependsOn };
}

function displacementsBy(
  above: readonly Standing[],
  displaces: (other: Position) => boolean,
): readonly Displacement[] {
  return above.flatMap((standing) => {
    const opposing = standing.positions.filter(displaces);
    if (opposing.length === 0) return [];
    const finding = opposing.length === standing.positions.length ? 'met' : 'unknown';
    return [{ clause: standing.finding.clause.id, finding }];
  });
}

function distinct(displacements: readonly Displacement[]): readonly Displacement[] {
  const byClause = new Map<string, Displacement>();
  for (const displacement of displacements) {
    const known = byClause.get(displacement.clause);
    if (known === undefined || known.finding === 'unknown') byClause.set(displacement.clause, displacement);
  }
  return [...byClause.values()];
}
