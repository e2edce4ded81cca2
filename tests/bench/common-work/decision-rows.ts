import { WORK_VALUES, type WorkField, type WorkOutcome } from './work-request.ts';

/** One line of the common work as a decision table: every part that is given has to hold. */
export interface DecisionRow extends Readonly<Partial<Record<WorkField, readonly string[]>>> {
  /** The clauses of the pack that it states. */
  readonly id: string;
  /** ISO days: the first in force, and the first out of force. */
  readonly from: string;
  readonly until?: string;
  readonly atLeast?: number;
  readonly below?: number;
  readonly outcome: WorkOutcome;
}

const DEED = '2023-01-01';
const FIRST = '2025-01-21';
const SECOND = '2025-10-28';

const OTHERS = WORK_VALUES.provider.filter((provider) => provider !== 'incumbent');

/**
 * The pack as people write it for the peers: the first line that holds gives the outcome, and where none does the
 * outcome is `permitted`. Precedence has become the order of the lines, and a carve-out of two parts two lines.
 */
export const DECISION_ROWS: readonly DecisionRow[] = [
  {
    id: 'defence-at-home',
    from: DEED,
    provider: ['delta', 'edge'],
    customer: ['defence'],
    outcome: 'prohibited',
  },
  {
    id: 'large-and-foreign',
    from: SECOND,
    provider: ['delta', 'edge'],
    build: ['leased', 'cloud'],
    atLeast: 500,
    outcome: 'prohibited',
  },
  {
    id: 'civil-records',
    from: SECOND,
    provider: ['delta'],
    capacity: ['existing'],
    customer: ['civil'],
    outcome: 'prohibited',
  },
  {
    id: 'harbour-lease',
    from: SECOND,
    provider: ['harbour'],
    build: ['leased'],
    customer: ['company'],
    below: 100,
    outcome: 'permitted',
  },
  {
    id: 'new-inference',
    from: SECOND,
    provider: WORK_VALUES.provider.filter((provider) => provider !== 'summit'),
    capacity: ['new'],
    workload: ['inference'],
    customer: ['company'],
    atLeast: 10,
    outcome: 'prohibited',
  },
  {
    id: 'research-elsewhere',
    from: DEED,
    until: FIRST,
    provider: ['northern', 'summit'],
    workload: ['research'],
    below: 50,
    outcome: 'permitted',
  },
  {
    id: 'exclusive-supply',
    from: DEED,
    until: FIRST,
    provider: OTHERS,
    capacity: ['new', 'renewal'],
    customer: ['company', 'civil'],
    atLeast: 5,
    outcome: 'prohibited',
  },
  {
    id: 'edge-inference',
    from: FIRST,
    until: SECOND,
    provider: ['edge'],
    workload: ['inference'],
    customer: ['company'],
    below: 20,
    outcome: 'permitted',
  },
  {
    id: 'hosting',
    from: FIRST,
    until: SECOND,
    provider: OTHERS,
    workload: ['inference'],
    build: ['cloud'],
    customer: ['company'],
    outcome: 'prohibited',
  },
  {
    id: 'first-refusal',
    from: FIRST,
    until: SECOND,
    provider: OTHERS,
    capacity: ['new'],
    build: ['leased', 'cloud'],
    outcome: 'first-refusal',
  },
  {
    id: 'first-refusal-own-inference',
    from: FIRST,
    until: SECOND,
    provider: OTHERS,
    capacity: ['new'],
    workload: ['inference'],
    build: ['own'],
    outcome: 'first-refusal',
  },
  {
    id: 'clearance-first',
    from: DEED,
    provider: OTHERS,
    customer: ['civil', 'defence'],
    clearance: ['pending'],
    outcome: 'conditional',
  },
  {
    id: 'grid-clearance',
    from: SECOND,
    build: ['own', 'leased'],
    clearance: ['pending'],
    atLeast: 200,
    outcome: 'conditional',
  },
];
