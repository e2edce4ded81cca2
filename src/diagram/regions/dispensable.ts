import type { About } from '../variables/variable.ts';

/** What a reader would rather not be told comes first: what is on record of a deal, then what goes without saying. */
export const DISPENSABLE = [
  'consent',
  'waiver',
  'state',
  'designee',
  'through',
  'counterparty',
  'parameter',
  'start',
  'election',
  'reading',
] as const satisfies readonly About['is'][];
