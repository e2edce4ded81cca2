import type { CarveOut, Clause } from '../../pack/pack.ts';
import { allOf, anyOf, negate, type Finding } from '../../vocabulary/finding.ts';
import { isAdverse, type Position } from '../../vocabulary/position.ts';
import type { ScopeFinding } from '../criteria/find-scopes.ts';
import { recordFor } from '../../procedure/record/opportunity-record.ts';
import { waivedOn } from '../../procedure/waiver.ts';
import type { State } from '../../procedure/states/state.ts';
import { inForceOn, type InForce } from './in-force.ts';
import { ceasedFor, type Ceased } from './ceasing.ts';
import type { Circumstances } from './circumstances.ts';
import { withWaivers } from './course.ts';
import { positionsSinceEnd, statedPositions } from './stated-positions.ts';
import { carveOutKey } from '../../pack/scopes.ts';

/** What a clause says about a candidate, before precedence: one position for certain, or several possible ones. */
export interface ClauseFinding {
  readonly clause: Clause;
  readonly inForce: InForce;
  readonly namesCandidate: boolean;
  readonly scope: ScopeFinding;
  readonly carveOuts: readonly CarveOutFinding[];
  readonly carvedOut: Finding;
  readonly ceased: Ceased;
  readonly waived: Finding;
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

/** Finds what a clause says: nothing unless it is in force, names the candidate, fits the scope and is not set aside. */
export function findClause(clause: Clause, circumstances: Circumstances): ClauseFinding {
  const { pack, request, candidate, settlement, scopeFinding } = circumstances;
  const inForce = inForceOn(clause, pack, request, settlement);
  const namesCandidate = isNamed(clause, candidate);
  const scope = scopeFinding(clause.id);
  const carveOuts = clause.except.map((carveOut) => findCarveOut(clause.id, carveOut, scopeFinding));
  const carvedOut = anyOf(carveOuts.map((carveOut) => carveOut.finding));
  const ceased = ceasedFor(clause, circumstances);
  const record = withWaivers(recordFor(candidate, request), clause.owedTo, circumstances.course);
  const waived = waivedOn(clause, record, { settlement, facts: request.facts });
  const doubts: readonly Doubt[] = [
    { finding: namesCandidate ? 'met' : 'not-met', dependsOn: [] },
    { finding: scope.trace.finding, dependsOn: scope.dependsOn },
    { finding: negate(carvedOut), dependsOn: carveOuts.flatMap((carveOut) => carveOut.dependsOn) },
    { finding: negate(ceased.ceased), dependsOn: ceased.dependsOn },
    { finding: negate(waived.finding), dependsOn: waived.dependsOn },
  ];
  const stated = statedPositions(clause, circumstances);
  const since = inForce.finding === 'met' ? undefined : positionsSinceEnd(clause, circumstances);
  const said = saidWhere([inForce, ...doubts], deferred(stated, ceased));
  const saidSince = since && saidWhere([inForce.outOfForce, ...doubts], deferred(since, ceased));
  return {
    clause,
    inForce,
    namesCandidate,
    scope,
    carveOuts,
    carvedOut,
    ceased,
    waived: waived.finding,
    states: inForce.finding === 'not-met' ? (since?.states ?? []) : stated.states,
    ...(saidSince === undefined ? said : either(inForce, said, saidSince)),
  };
}

/** What is said in force, since, or either, where it is not known which of the two it is. */
function either({ finding }: InForce, said: Said, since: Said): Said {
  if (finding === 'not-met') return since;
  if (since.positions.every((position) => position === 'nothing')) return said;
  return {
    positions: [...new Set([...said.positions, ...since.positions])],
    dependsOn: [...new Set([...said.dependsOn, ...since.dependsOn])],
  };
}

/** One of the findings on which it hangs whether a clause applies. */
interface Doubt {
  readonly finding: Finding;
  readonly dependsOn: readonly string[];
}

interface Said {
  readonly positions: readonly Position[];
  readonly dependsOn: readonly string[];
}

/** What is said where all of these are met, with silence added where that is not known. */
function saidWhere(doubts: readonly Doubt[], { positions, dependsOn }: Said): Said {
  const applies = allOf(doubts.map((doubt) => doubt.finding));
  if (applies === 'not-met') return { positions: NOTHING, dependsOn: [] };
  if (applies === 'met' || positions.every((position) => position === 'nothing'))
    return { positions, dependsOn };
  const open = doubts.flatMap((doubt) => (doubt.finding === 'unknown' ? doubt.dependsOn : []));
  return {
    positions: [...new Set<Position>([...positions, 'nothing'])],
    dependsOn: [...new Set([...open, ...dependsOn])],
  };
}

/** Where a party may end a bar by an election that it has not made, the bar holds only until then. */
function deferred({ positions, dependsOn }: Said, { electable, dependsOn: electionIds }: Ceased): Said {
  if (electable === 'not-met' || !positions.some(isAdverse)) return { positions, dependsOn };
  const awaiting = positions.map((position) => (isAdverse(position) ? 'not-before' : position));
  if (electable === 'met') return { positions: [...new Set(awaiting)], dependsOn };
  return { positions: [...new Set([...positions, ...awaiting])], dependsOn: [...dependsOn, ...electionIds] };
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
