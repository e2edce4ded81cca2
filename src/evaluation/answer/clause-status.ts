import type { ClauseFinding } from '../clauses/find-clause.ts';
import type { Standing } from '../outcomes/displacement.ts';
import type { ClauseStatus } from '../trace.ts';

/** What became of a clause in one word: the first reason for which it says nothing, or that it stands. */
export function statusOf(standing: Standing): ClauseStatus {
  const { finding, positions, displacedBy } = standing;
  if (isOver(standing)) return 'not-in-force';
  if (!finding.namesCandidate || finding.scope.trace.finding === 'not-met') return 'not-applicable';
  if (finding.carvedOut === 'met') return 'carved-out';
  if (finding.ceased.ceased === 'met') return 'ceased';
  if (finding.waived === 'met') return 'waived';
  if (displacedBy.some((displacement) => displacement.finding === 'met')) return 'displaced';
  if (positions.length > 1) return 'open';
  return positions[0] === 'nothing' ? silentStatus(finding) : 'stands';
}

/** Out of force, with nothing under way that goes on. */
function isOver({ finding, positions }: Standing): boolean {
  return finding.inForce.finding === 'not-met' && positions.every((position) => position === 'nothing');
}

/** A clause that applies and says nothing: honoured, met, a bare duty, or of no concern to this candidate. */
function silentStatus({ clause, states }: ClauseFinding): ClauseStatus {
  if (clause.kind === 'obligation') return 'stands';
  return states.some(isHonoured) || clause.kind === 'precondition' ? 'satisfied' : 'not-applicable';
}

function isHonoured({ is }: ClauseFinding['states'][number]): boolean {
  return is === 'released' || is === 'signed-in-time' || is === 'partly-exercised';
}
