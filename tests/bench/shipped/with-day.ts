import { dayNumber } from '../common-work/work-request.ts';
import type { ShippedRequest } from './shipped-request.ts';

/** A request whose date is a number, for peers that compare nothing else. */
export type DayRequest = Readonly<Record<string, string | number>> & { readonly day: number };

export function withDay({ date, ...fields }: ShippedRequest): DayRequest {
  // A literal read back from text has its parts where V8 reads them fast.
  return JSON.parse(JSON.stringify({ day: dayNumber(date), ...fields })) as DayRequest;
}
