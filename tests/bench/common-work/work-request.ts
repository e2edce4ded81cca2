/** The folder of the common work's pack, from the top of the repository. */
export const WORK_PACK = 'tests/bench/common-work/pack';

/** The closed lists of the common work: a value outside them is invalid. */
export const WORK_VALUES = {
  provider: ['incumbent', 'northern', 'summit', 'harbour', 'delta', 'edge'],
  capacity: ['new', 'renewal', 'existing'],
  workload: ['training', 'research', 'inference'],
  build: ['own', 'leased', 'cloud'],
  customer: ['company', 'civil', 'defence'],
  clearance: ['shown', 'pending'],
} as const;

export type WorkField = keyof typeof WORK_VALUES;

export const WORK_FIELDS = Object.keys(WORK_VALUES) as readonly WorkField[];

/** One decision to take: everything is known, but a text may lie outside its list. */
export interface WorkRequest extends Readonly<Record<WorkField, string>> {
  /** ISO day. */
  readonly date: string;
  /** A whole number, for some peers count in nothing else. */
  readonly megawatts: number;
}

export const WORK_OUTCOMES = ['permitted', 'prohibited', 'first-refusal', 'conditional', 'invalid'] as const;

export type WorkOutcome = (typeof WORK_OUTCOMES)[number];

/** A request whose date is a number, for peers that compare nothing else. */
export interface NumberedRequest extends Omit<WorkRequest, 'date'> {
  readonly day: number;
}

/** Writes every part out: V8 reads what `...rest` leaves of an object many times slower, and peers would pay for it. */
export function withDayNumber(request: WorkRequest): NumberedRequest {
  return {
    day: dayNumber(request.date),
    provider: request.provider,
    capacity: request.capacity,
    workload: request.workload,
    build: request.build,
    customer: request.customer,
    clearance: request.clearance,
    megawatts: request.megawatts,
  };
}

/** Days since 1970. */
export function dayNumber(date: string): number {
  return Date.parse(date) / 86_400_000;
}
