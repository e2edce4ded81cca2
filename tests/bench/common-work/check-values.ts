import { WORK_VALUES, type WorkRequest } from './work-request.ts';

const PROVIDERS: ReadonlySet<string> = new Set(WORK_VALUES.provider);
const CAPACITIES: ReadonlySet<string> = new Set(WORK_VALUES.capacity);
const WORKLOADS: ReadonlySet<string> = new Set(WORK_VALUES.workload);
const BUILDS: ReadonlySet<string> = new Set(WORK_VALUES.build);
const CUSTOMERS: ReadonlySet<string> = new Set(WORK_VALUES.customer);
const CLEARANCES: ReadonlySet<string> = new Set(WORK_VALUES.clearance);

/**
 * True where every text is in its list. No peer refuses a strange value by itself at a bearable price, so each asks this
 * first, within the time that is measured; it costs tens of nanoseconds.
 */
export function areValuesKnown(request: Omit<WorkRequest, 'date'>): boolean {
  return (
    PROVIDERS.has(request.provider) &&
    CAPACITIES.has(request.capacity) &&
    WORKLOADS.has(request.workload) &&
    BUILDS.has(request.build) &&
    CUSTOMERS.has(request.customer) &&
    CLEARANCES.has(request.clearance)
  );
}
