/* oxlint-disable eslint/complexity -- what is compared with is a function that holds the conditions of all contracts */
import {
  dayNumber,
  WORK_OUTCOMES,
  WORK_VALUES,
  type WorkField,
  type WorkRequest,
} from '../common-work/work-request.ts';
import { answeringInColumns, type Subject } from '../harness/subject.ts';

/** The requests as typed arrays: a text is its place in its list, or the length of the list if it is not there. */
export interface WorkColumns extends Readonly<Record<WorkField, Uint8Array>> {
  readonly day: Int32Array;
  readonly megawatts: Float64Array;
}

/** The contracts as conditions over numbers, in one loop. */
export function prepare(): Subject {
  return answeringInColumns({ read: columnsOf, decide: decideColumns, outcomes: WORK_OUTCOMES });
}

/** Gives for each row the place of its outcome in the list of outcomes. */
export function decideColumns(columns: WorkColumns): Uint8Array {
  const { day, megawatts, provider, capacity, workload, build, customer, clearance } = columns;
  const outcomes = new Uint8Array(day.length);
  for (let row = 0; row < outcomes.length; row += 1) {
    outcomes[row] = decideRow(
      day[row] as number,
      megawatts[row] as number,
      provider[row] as number,
      capacity[row] as number,
      workload[row] as number,
      build[row] as number,
      customer[row] as number,
      clearance[row] as number,
    );
  }
  return outcomes;
}

const [PERMITTED, PROHIBITED, FIRST_REFUSAL, CONDITIONAL, INVALID] = [0, 1, 2, 3, 4] as const;
const [INCUMBENT, NORTHERN, SUMMIT, HARBOUR, DELTA, EDGE] = [0, 1, 2, 3, 4, 5] as const;
const [NEW, EXISTING] = [0, 2] as const;
const [RESEARCH, INFERENCE] = [1, 2] as const;
const [OWN, LEASED, CLOUD] = [0, 1, 2] as const;
const [COMPANY, CIVIL, DEFENCE] = [0, 1, 2] as const;
const SHOWN = 0;

const DEED = dayNumber('2023-01-01');
const FIRST_AMENDMENT = dayNumber('2025-01-21');
const SECOND_AMENDMENT = dayNumber('2025-10-28');

function decideRow(
  day: number,
  megawatts: number,
  provider: number,
  capacity: number,
  workload: number,
  build: number,
  customer: number,
  clearance: number,
): number {
  if (provider > 5 || capacity > 2 || workload > 2 || build > 2 || customer > 2 || clearance > 1)
    return INVALID;
  if (day < DEED) return PERMITTED;
  if (provider >= DELTA && customer === DEFENCE) return PROHIBITED;
  const cleared =
    provider === INCUMBENT || customer === COMPANY || clearance === SHOWN ? PERMITTED : CONDITIONAL;
  if (day < FIRST_AMENDMENT) {
    if (provider === INCUMBENT) return PERMITTED;
    if ((provider === NORTHERN || provider === SUMMIT) && workload === RESEARCH && megawatts < 50)
      return PERMITTED;
    return capacity !== EXISTING && customer !== DEFENCE && megawatts >= 5 ? PROHIBITED : cleared;
  }
  if (day < SECOND_AMENDMENT) {
    if (provider === INCUMBENT) return PERMITTED;
    if (workload === INFERENCE && customer === COMPANY) {
      if (provider === EDGE && megawatts < 20) return PERMITTED;
      if (build === CLOUD) return PROHIBITED;
    }
    return capacity === NEW && (build !== OWN || workload === INFERENCE) ? FIRST_REFUSAL : cleared;
  }
  if (provider >= DELTA && build !== OWN && megawatts >= 500) return PROHIBITED;
  if (provider === DELTA && capacity === EXISTING && customer === CIVIL) return PROHIBITED;
  if (capacity === NEW && workload === INFERENCE && customer === COMPANY && provider !== SUMMIT) {
    if (megawatts >= 10 && !(provider === HARBOUR && build === LEASED && megawatts < 100)) return PROHIBITED;
  }
  return build !== CLOUD && megawatts >= 200 && clearance !== SHOWN ? CONDITIONAL : cleared;
}

function columnsOf(requests: readonly WorkRequest[]): WorkColumns {
  const column = (field: WorkField): Uint8Array => {
    const values: readonly string[] = WORK_VALUES[field];
    return Uint8Array.from(requests, (request) => placeIn(values, request[field]));
  };
  return {
    day: Int32Array.from(requests, ({ date }) => dayNumber(date)),
    megawatts: Float64Array.from(requests, ({ megawatts }) => megawatts),
    provider: column('provider'),
    capacity: column('capacity'),
    workload: column('workload'),
    build: column('build'),
    customer: column('customer'),
    clearance: column('clearance'),
  };
}

function placeIn(values: readonly string[], value: string): number {
  const place = values.indexOf(value);
  return place < 0 ? values.length : place;
}
