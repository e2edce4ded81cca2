import type { Ceasing, Clause } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import { electionId } from '../../pack/unknown-ids.ts';
import { allOf, anyOf, type Finding } from '../../vocabulary/finding.ts';
import type { ScopeFinding } from '../criteria/find-scopes.ts';
import { ceasingKey } from '../../pack/scopes.ts';
import type { Circumstances } from './circumstances.ts';

/** Whether a clause has lost its force, or may lose it once a party elects so. */
export interface Ceased {
  readonly ceased: Finding;
  /** Whether, as long as it has not ceased, it would cease on an election. */
  readonly electable: Finding;
  readonly dependsOn: readonly string[];
  readonly findings: readonly CeasingFinding[];
}

export interface CeasingFinding {
  readonly ceasing: Ceasing;
  readonly scope: ScopeFinding;
  /** `met` for one that takes no election. */
  readonly elected: Finding;
}

/** Finds whether any of a clause's ceasings has come about. */
export function ceasedFor(clause: Clause, { request, scopeFinding }: Circumstances): Ceased {
  const findings = (clause.ceases ?? []).map((ceasing): CeasingFinding => {
    const scope = scopeFinding(ceasingKey(clause, ceasing));
    return { ceasing, scope, elected: electedFor(clause, ceasing, request) };
  });
  const ceased = anyOf(findings.map(({ scope, elected }) => allOf([scope.trace.finding, elected])));
  const awaiting = findings.filter(
    ({ ceasing, elected }) => ceasing.electionOf !== undefined && elected !== 'met',
  );
  const electable = anyOf(awaiting.map(({ scope }) => scope.trace.finding));
  const isOpen = ceased === 'unknown' || electable === 'unknown';
  return {
    ceased,
    electable,
    dependsOn: isOpen ? findings.flatMap((finding) => openIds(clause, finding)) : [],
    findings,
  };
}

function electedFor(clause: Clause, ceasing: Ceasing, request: Request): Finding {
  if (ceasing.electionOf === undefined) return 'met';
  const elections = request.elections ?? {};
  const id = electionId(clause, ceasing);
  const election = Object.hasOwn(elections, id) ? elections[id] : undefined;
  if (election === undefined) return 'unknown';
  return election !== 'not-made' && election <= request.date ? 'met' : 'not-met';
}

function openIds(clause: Clause, { ceasing, scope, elected }: CeasingFinding): readonly string[] {
  if (scope.trace.finding === 'not-met') return [];
  return [...scope.dependsOn, ...(elected === 'unknown' ? [electionId(clause, ceasing)] : [])];
}
