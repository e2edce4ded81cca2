/* oxlint-disable eslint/complexity -- what is compared with is a function that holds the conditions of all contracts */
import type { WorkOutcome, WorkRequest } from '../common-work/work-request.ts';
import { answeringAtOnce, type Subject } from '../harness/subject.ts';

/** The contracts as conditions of a function, which reads the request as it stands. */
export function prepare(): Subject {
  return answeringAtOnce({ read: (request) => request, decide: decideObject });
}

/** What a programmer would write instead of rules: outcomes only, and no unknown facts. */
export function decideObject(request: WorkRequest): WorkOutcome {
  if (!isValid(request)) return 'invalid';
  const { date } = request;
  if (date < '2023-01-01') return 'permitted';
  if (date < '2025-01-21') return underDeed(request);
  return date < '2025-10-28' ? underFirstAmendment(request) : underSecondAmendment(request);
}

function underDeed(request: WorkRequest): WorkOutcome {
  const { provider, capacity, workload, customer, megawatts } = request;
  if (isForeign(provider) && customer === 'defence') return 'prohibited';
  if (provider === 'incumbent') return 'permitted';
  if ((provider === 'northern' || provider === 'summit') && workload === 'research' && megawatts < 50)
    return 'permitted';
  if (capacity !== 'existing' && customer !== 'defence' && megawatts >= 5) return 'prohibited';
  return isCleared(request) ? 'permitted' : 'conditional';
}

function underFirstAmendment(request: WorkRequest): WorkOutcome {
  const { provider, capacity, workload, build, customer, megawatts } = request;
  if (isForeign(provider) && customer === 'defence') return 'prohibited';
  if (provider === 'incumbent') return 'permitted';
  if (workload === 'inference' && customer === 'company') {
    if (provider === 'edge' && megawatts < 20) return 'permitted';
    if (build === 'cloud') return 'prohibited';
  }
  if (capacity === 'new' && (build !== 'own' || workload === 'inference')) return 'first-refusal';
  return isCleared(request) ? 'permitted' : 'conditional';
}

function underSecondAmendment(request: WorkRequest): WorkOutcome {
  const { provider, build, clearance, megawatts } = request;
  if (isForbiddenAbroad(request) || isReservedForSummit(request)) return 'prohibited';
  if (build !== 'cloud' && megawatts >= 200 && clearance === 'pending') return 'conditional';
  return provider === 'incumbent' || isCleared(request) ? 'permitted' : 'conditional';
}

function isForbiddenAbroad({ provider, capacity, build, customer, megawatts }: WorkRequest): boolean {
  if (!isForeign(provider)) return false;
  if (customer === 'defence' || (build !== 'own' && megawatts >= 500)) return true;
  return provider === 'delta' && capacity === 'existing' && customer === 'civil';
}

function isReservedForSummit(request: WorkRequest): boolean {
  const { provider, capacity, workload, build, customer, megawatts } = request;
  if (provider === 'summit' || workload !== 'inference' || customer !== 'company' || capacity !== 'new')
    return false;
  return megawatts >= 10 && !(provider === 'harbour' && build === 'leased' && megawatts < 100);
}

function isForeign(provider: string): boolean {
  return provider === 'delta' || provider === 'edge';
}

function isCleared({ customer, clearance }: WorkRequest): boolean {
  return customer === 'company' || clearance === 'shown';
}

function isValid({ provider, capacity, workload, build, customer, clearance }: WorkRequest): boolean {
  return (
    isProvider(provider) &&
    (capacity === 'new' || capacity === 'renewal' || capacity === 'existing') &&
    (workload === 'training' || workload === 'research' || workload === 'inference') &&
    (build === 'own' || build === 'leased' || build === 'cloud') &&
    (customer === 'company' || customer === 'civil' || customer === 'defence') &&
    (clearance === 'shown' || clearance === 'pending')
  );
}

function isProvider(provider: string): boolean {
  switch (provider) {
    case 'incumbent':
    case 'northern':
    case 'summit':
    case 'harbour':
    case 'delta':
    case 'edge':
      return true;
    default:
      return false;
  }
}
