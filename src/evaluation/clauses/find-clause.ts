import type { CarveOut, Clause } from '../../pack/pack.ts';
import { allOf, anyOf, negate, type Finding } from '../../vocabulary/finding.ts';
import type { Position } from '../../vocabulary/position.ts';
import type { ScopeFinding } from '../criteria/find-scopes.ts';
import type { State } from '../procedure/first-right.ts';
import { inForceOn, type InForce } from './in-force.ts';
import type { Circumstances } from './circumstances.ts';
import { statedPositions } from './stated-positions.ts';
import { carveOutKey } from '../criteria/scopes.ts';

/** What a clause says about a candidate, before precedence: one position for certain, or several possible ones. */
export interface ClauseFinding {
  readonly clause: Clause;
  readonly inForce: InForce;
  readonly namesCandidate: boolean;
  readonly scope: ScopeFinding;
  readonly carveOuts: readonly CarveOutFinding[];
  readonly carvedOut: Finding;
  /** States of the procedure, for a first right over a candidate other than its holder. */
  readonly states: readonly State[];
  readonly positions: readonly Position[];
  readonly dependsOn: readonly string[];
}

export interface CarveOutFinding {
  readonly carveOut: CarveOut;
  readonly scope: ScopeFinding;
  readonly carveOuts: readonly CarveOutFinding[];
  readonly finding: Finding;
  readonly dependsOn: readonly string[];
}

/** Finds what a clause says: nothing unless it is in force, names the candidate, fits the scope and is not carved out. */
export function findClause(clause: Clause, circumstances: Circumstances): ClauseFinding {
  const { pack, request, candidate, settlement, scopeFinding } = circumstances;
  const inForce = inForceOn(clause, pack, request.date, settlement);
  const namesCandidate = isNamed(clause, candidate);
  const scope = scopeFinding(clause.id);
  const carveOuts = clause.except.map((carveOut) => findCarveOut(clause.id, carveOut, scopeFinding));
  const carvedOut = anyOf(carveOuts.map((carveOut) => carveOut.finding));
  const applies = allOf([
    inForce.finding,
    namesCandidate ? 'met' : 'not-met',
    scope.trace.finding,
    negate(carvedOut),
  ]);
  const stated = statedPositions(clause, circumstances);
  const said = applies === 'not-met' ? { positions: NOTHING, dependsOn: [] } : stated;
  const open = applies === 'unknown' && said.positions.some((position) => position !== 'nothing');
  return {
    clause,
    inForce,
    namesCandidate,
    scope,
    carveOuts,
    carvedOut,
    states: stated.states,
    positions: open ? [...new Set<Position>([...said.positions, 'nothing'])] : said.positions,
    dependsOn: [
      ...new Set([
        ...(open
          ? [...inForce.dependsOn, ...scope.dependsOn, ...carveOuts.flatMap((carveOut) => carveOut.dependsOn)]
          : []),
        ...said.dependsOn,
      ]),
    ],
  };
}

const NOTHING: readonly Position[] = ['nothing'];

function isNamed({ providers }: Clause, candidate: string): boolean {
  if (providers.is === 'any') return true;
  return providers.parties.includes(candidate) === (providers.is === 'only');
}

function findCarveOut(
  parentKey: string,
  carveOut: CarveOut,
  scopeFinding: (key: string) => ScopeFinding,
): CarveOutFinding {
  const key = carveOutKey(parentKey, carveOut);
  const scope = scopeFinding(key);
  const carveOuts = carveOut.except.map((inner) => findCarveOut(key, inner, scopeFinding));
  const finding = allOf([scope.trace.finding, ...carveOuts.map((inner) => negate(inner.finding))]);
  const dependsOn =
    finding === 'unknown' ? [...scope.dependsOn, ...carveOuts.flatMap((inner) => inner.dependsOn)] : [];
  return { carveOut, scope, carveOuts, finding, dependsOn };
}
