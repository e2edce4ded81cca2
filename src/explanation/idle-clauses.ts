import type { ClauseStatus, ClauseTrace } from '../evaluation/trace.ts';
import { ceasingReasons } from './ceasing-words.ts';
import { joined } from './counting.ts';
import { beginningInWords, countedInWords } from './counted-words.ts';
import { reasonsFor } from './criterion-words.ts';
import type { Item } from './explanation.ts';
import { nameOf } from './outcome-sentences.ts';
import { procedureInWords } from './procedure-words.ts';

/** Explains in one line why a clause does not weigh in. */
export function idleItem(clause: ClauseTrace, cite: (id: string) => string): Item {
  return { lead: `${nameOf(clause)}: ${REASONS[clause.status](clause, cite)}`, details: [] };
}

type Reason = (clause: ClauseTrace, cite: (id: string) => string) => string;

const REASONS: Readonly<Record<ClauseStatus, Reason>> = {
  'not-in-force': notInForce,
  'carved-out': carvedOut,
  ceased: (clause) => joined(ceasingReasons(clause, 'met'), 'and'),
  waived: () => 'waived on record by those to whom it is owed',
  displaced: (clause, cite) => {
    const by = clause.displacedBy.filter((each) => each.finding === 'met').map((each) => cite(each.clause));
    return `gives way to ${joined(by, 'and')}`;
  },
  satisfied: ({ procedure }) =>
    procedure === undefined ? 'its step has been taken' : procedureInWords(procedure),
  'not-applicable': notApplicable,
  open: notApplicable,
  stands: notApplicable,
};

function carvedOut({ carveOuts }: ClauseTrace): string {
  const met = carveOuts.filter((each) => each.finding === 'met');
  return joined(
    met.map(({ id, title, scope }) => `“${title ?? id}” (${reasonsFor(scope)})`),
    'and',
  );
}

function notInForce({ inForce, instrument }: ClauseTrace): string {
  const { until, endedBy, ends } = inForce;
  const from = beginningInWords(inForce);
  if (ends !== undefined) return `${instrument.name}, from ${from}, ends ${countedInWords(ends)}`;
  if (until === undefined) return `${instrument.name}, not before ${from}`;
  if (endedBy === undefined) return `${instrument.name}, from ${from} to before ${until}`;
  return `${instrument.name}, from ${from}, ended on ${until} by ${endedBy.name}`;
}

function notApplicable(clause: ClauseTrace): string {
  if (!clause.namesCandidate) return 'does not name this provider';
  if (clause.scope?.finding === 'not-met') return `does not apply: ${reasonsFor(clause.scope)}`;
  return clause.kind === 'continued-use' ? 'speaks of its holder only' : 'does not bind its holder';
}
