import type { Clause, Pack } from '../../pack/pack.ts';
import type { Source } from '../../pack/source.ts';
import { isFirstRight } from '../../vocabulary/clause-kind.ts';
import type { CarveOutTrace, CeasingTrace, ClauseTrace, SourceTrace } from '../trace.ts';
import type { Standing } from '../outcomes/displacement.ts';
import { allOf } from '../../vocabulary/finding.ts';
import type { CeasingFinding } from '../clauses/ceasing.ts';
import type { CarveOutFinding } from '../clauses/find-clause.ts';
import type { Settlement } from '../../pack/settlement.ts';
import { procedureTrace } from './procedure-trace.ts';
import { documentOf, gradeOf, instrumentOf, partyOf } from '../../pack/lookup.ts';
import { statusOf } from './clause-status.ts';

/** Writes the record of a clause that was examined: what applied, what did not, on which fact and source. */
export function traceOf(
  standing: Standing,
  pack: Pack,
  settlement: Settlement,
  missingContents: readonly string[],
): ClauseTrace {
  const { finding } = standing;
  const { clause } = finding;
  return {
    ...headOf(clause, pack),
    inForce: finding.inForce.trace,
    status: statusOf(standing),
    namesCandidate: finding.namesCandidate,
    scope: finding.scope.trace,
    carveOuts: finding.carveOuts.map((carveOut) => carveOutTrace(carveOut, pack)),
    ...(finding.ceased.findings.length > 0 && {
      ceasings: finding.ceased.findings.map((ceasing) => ceasingTrace(ceasing, pack)),
    }),
    ...(isFirstRight(clause.kind) &&
      finding.states.length > 0 && { procedure: procedureTrace(finding, settlement, missingContents) }),
    positions: finding.positions,
    standing: standing.positions,
    displacedBy: standing.displacedBy,
    dependsOn: standing.dependsOn,
  };
}

/** Writes the record of a clause that was left aside because it is not in force. */
export function traceOfIdle(clause: Clause, inForce: ClauseTrace['inForce'], pack: Pack): ClauseTrace {
  return {
    ...headOf(clause, pack),
    inForce,
    status: 'not-in-force',
    namesCandidate: true,
    carveOuts: [],
    positions: ['nothing'],
    standing: ['nothing'],
    displacedBy: [],
    dependsOn: [],
  };
}

type Head = Pick<
  ClauseTrace,
  | 'clause'
  | 'number'
  | 'title'
  | 'kind'
  | 'instrument'
  | 'holder'
  | 'grantor'
  | 'duty'
  | 'source'
  | 'confirmedBy'
>;

function headOf(clause: Clause, pack: Pack): Head {
  const { id, title, basis } = instrumentOf(pack, clause.instrument);
  return {
    clause: clause.id,
    ...(clause.number !== undefined && { number: clause.number }),
    title: clause.title,
    kind: clause.kind,
    instrument: { id, name: title, basis },
    ...(clause.holder !== undefined && { holder: partyOf(pack, clause.holder) }),
    ...(clause.grantor !== undefined && { grantor: partyOf(pack, clause.grantor) }),
    ...(clause.duty !== undefined && { duty: clause.duty }),
    source: sourceTrace(clause.source, pack),
    confirmedBy: clause.confirmedBy.map((source) => sourceTrace(source, pack)),
  };
}

function sourceTrace({ document, grade, quote, at }: Source, pack: Pack): SourceTrace {
  const { title, date, url } = documentOf(pack, document);
  return {
    document,
    title,
    date,
    ...(url !== undefined && { url }),
    ...(at !== undefined && { at }),
    ...(quote !== undefined && { quote }),
    grade,
    gradeMeans: gradeOf(pack, grade).means,
  };
}

function carveOutTrace({ carveOut, scope, carveOuts, finding }: CarveOutFinding, pack: Pack): CarveOutTrace {
  return {
    id: carveOut.id,
    ...(carveOut.title !== undefined && { title: carveOut.title }),
    finding,
    scope: scope.trace,
    carveOuts: carveOuts.map((inner) => carveOutTrace(inner, pack)),
    ...(carveOut.source !== undefined && { source: sourceTrace(carveOut.source, pack) }),
  };
}

function ceasingTrace({ ceasing, scope, elected }: CeasingFinding, pack: Pack): CeasingTrace {
  const { id, title, electionOf, source } = ceasing;
  return {
    id,
    ...(title !== undefined && { title }),
    finding: allOf([scope.trace.finding, elected]),
    scope: scope.trace,
    ...(electionOf !== undefined && { election: { of: partyOf(pack, electionOf), finding: elected } }),
    ...(source !== undefined && { source: sourceTrace(source, pack) }),
  };
}
