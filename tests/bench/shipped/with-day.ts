import { dayNumber } from '../common-work/work-request.ts';
import type { ShippedRequest } from './shipped-request.ts';

/** A request whose date is a number, for peers that compare nothing else. */
export type DayRequest = Readonly<Record<string, string | number>> & { readonly day: number };

export function withDay({ date, ...fields }: ShippedRequest): DayRequest {
  return plainObject({ day: dayNumber(date), ...fields }) as DayRequest;
}

/** The same object as if it had been read from text: V8 reads what `...rest` leaves many times slower. */
export function plainObject<T extends object>(object: T): T {
  return JSON.parse(JSON.stringify(object)) as T;
}
