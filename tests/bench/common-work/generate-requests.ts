import { randomFrom, type Random } from '../random.ts';
import { WORK_FIELDS, WORK_VALUES, type WorkRequest } from './work-request.ts';

const REGIMES = ['2023-01-01', '2025-01-21', '2025-10-28'];
const THRESHOLDS = [5, 10, 20, 50, 100, 200, 500];
const STRANGE = ['none-such', 'NEW', 'company ', '', '__proto__', 'constructor', 'buyer-2', 'Company'];
const ONE_IN = 16;

/** Draws complete requests: many on the edges of the date regimes and thresholds, one in sixteen with a strange value. */
export function generateRequests(count: number, seed: number): readonly WorkRequest[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => oneRequest(random));
}

function oneRequest(random: Random): WorkRequest {
  const request = {
    date: drawDate(random),
    provider: random.oneOf<string>(WORK_VALUES.provider),
    capacity: random.oneOf<string>(WORK_VALUES.capacity),
    workload: random.oneOf<string>(WORK_VALUES.workload),
    build: random.oneOf<string>(WORK_VALUES.build),
    customer: random.oneOf<string>(WORK_VALUES.customer),
    clearance: random.oneOf<string>(WORK_VALUES.clearance),
    megawatts: drawMegawatts(random),
  };
  if (random.below(ONE_IN) > 0) return request;
  return { ...request, [random.oneOf(WORK_FIELDS)]: random.oneOf(STRANGE) };
}

function drawDate(random: Random): string {
  if (random.below(4) > 0) return isoDay('2022-10-01', random.below(1500));
  return isoDay(random.oneOf(REGIMES), random.below(3) - 1);
}

function drawMegawatts(random: Random): number {
  if (random.below(2) > 0) return 1 + random.below(1000);
  return random.oneOf(THRESHOLDS) + random.below(3) - 1;
}

function isoDay(from: string, later: number): string {
  return new Date(Date.parse(from) + later * 86_400_000).toISOString().slice(0, 10);
}
