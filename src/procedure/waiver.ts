import type { Clause } from '../pack/pack.ts';
import type { OpportunityEvent, WaiverEvent } from '../pack/request.ts';
import { RECORD_ID } from '../pack/unknown-ids.ts';
import { allOf, anyOf, type Finding } from '../vocabulary/finding.ts';
import { changesSince, sameDealQuestion } from './lapse.ts';
import type { Ask } from './questions/question.ts';
import { settledBranches, type Circumstance } from './questions/settled-branches.ts';
import { waysOf } from './questions/ways-of.ts';
import { hasUnrecordedDays, type OpportunityRecord } from './record/opportunity-record.ts';
import { areEqual } from './states/compare-terms.ts';

interface Waived {
  readonly finding: Finding;
  readonly dependsOn: readonly string[];
}

/** Finds whether all to whom a clause is owed have waived it for the deal on record. */
export function waivedOn(clause: Clause, record: OpportunityRecord, circumstance: Circumstance): Waived {
  if (clause.owedTo.length === 0) return { finding: 'not-met', dependsOn: [] };
  const each = clause.owedTo.map((party) => waivedBy(party, clause, record, circumstance));
  const finding = allOf(each.map((waived) => waived.finding));
  return {
    finding,
    dependsOn: finding === 'unknown' ? [...new Set(each.flatMap((one) => one.dependsOn))] : [],
  };
}

function waivedBy(
  party: string,
  clause: Clause,
  record: OpportunityRecord,
  circumstance: Circumstance,
): Waived {
  const ways = waysOf((ask) => hasWaived(party, clause, record, ask), settledBranches(circumstance));
  const findings = new Set(ways.map(({ value }): Finding => (value ? 'met' : 'not-met')));
  const [only = 'not-met', second] = findings;
  const recorded: Waived =
    second === undefined
      ? { finding: only, dependsOn: [] }
      : { finding: 'unknown', dependsOn: [...new Set(ways.flatMap(({ mark }) => mark))] };
  if (!hasUnrecordedDays(record)) return recorded;
  const finding = anyOf([recorded.finding, 'unknown']);
  return { finding, dependsOn: finding === 'unknown' ? [...recorded.dependsOn, RECORD_ID] : [] };
}

/** True where a party has waived a clause on record, and the deal is still one that the waiver reaches. */
export function hasWaived(party: string, clause: Clause, { events }: OpportunityRecord, ask: Ask): boolean {
  return events.some((event, place) => {
    return isWaiverOf(event, party, clause) && reaches(event, clause, changesSince(events, place), ask);
  });
}

function isWaiverOf(event: OpportunityEvent, party: string, clause: Clause): event is WaiverEvent {
  if (event.is !== 'waiver' || event.party !== party) return false;
  const { clauses } = event;
  return (
    clauses === undefined || clauses.includes(clause.id) || clauses.includes(clause.lineage ?? clause.id)
  );
}

/** A waiver is of the deal as it then was; whether changed terms make it another is for the clause to say. */
function reaches(
  { anyTerms = false }: WaiverEvent,
  { procedure }: Clause,
  changes: ReturnType<typeof changesSince>,
  ask: Ask,
): boolean {
  if (anyTerms) return true;
  return changes.every(({ event, place }) => {
    return procedure === undefined
      ? ask(sameDealQuestion(place))
      : areEqual(event.terms, procedure.terms, ask);
  });
}
