import type { CodedColumn, Columns } from '../../../src/index.ts';
import {
  dayNumber,
  type WorkField,
  type WorkOutcome,
  type WorkRequest,
} from '../common-work/work-request.ts';
import { answeringInColumns, type Subject } from '../harness/subject.ts';
import { compiledWork } from './work-questions.ts';

/** The compiled pack, asked in columns. */
export async function prepare(): Promise<Subject> {
  const { decideColumns } = await compiledWork();
  return answeringInColumns({ read: columnsOf, decide: decideColumns, outcomes: OUTCOMES });
}

/** What a row's bits mean. */
const OUTCOMES: readonly WorkOutcome[] = Array.from({ length: 17 }, (_, bits) => {
  const named: Readonly<Record<number, WorkOutcome>> = {
    1: 'prohibited',
    4: 'first-refusal',
    8: 'conditional',
    16: 'permitted',
  };
  return named[bits] ?? 'invalid';
});

function columnsOf(requests: readonly WorkRequest[]): Columns {
  const coded = (field: WorkField): CodedColumn => {
    const values = [...new Set(requests.map((request) => request[field]))];
    return { values, codes: Uint8Array.from(requests, (request) => values.indexOf(request[field])) };
  };
  return {
    length: requests.length,
    actor: 'buyer',
    act: 'procure-capacity',
    provider: coded('provider'),
    date: Int32Array.from(requests, ({ date }) => dayNumber(date)),
    facts: {
      capacity: coded('capacity'),
      workload: coded('workload'),
      build: coded('build'),
      customer: coded('customer'),
      clearance: coded('clearance'),
      megawatts: Float64Array.from(requests, ({ megawatts }) => megawatts),
    },
  };
}
