import type { Checked } from '../diagnostics/diagnostic.ts';
import { overrideRequest, type Overrides } from './override-request.ts';
import type { Pack } from './pack.ts';
import { withRecorded, type Recorded } from './records/with-recorded.ts';
import type { Request } from './request.ts';
import { resolveRequest } from './requests/resolve-request.ts';
import { topOf, type Written } from './written/written.ts';

/** A checked request, and the document that it was made from: with all that was set, looked up and taken from a ledger. */
export interface AskedRequest {
  readonly request: Request;
  /** Plain data: checked again against the same pack, it gives the same request. */
  readonly document: unknown;
}

/** Checks what is asked: a document with overrides in place of its own words, and with what is recorded elsewhere. */
export function askedRequest(
  pack: Pack,
  written: Checked<Written>,
  overrides: Overrides = {},
  recorded?: Recorded,
): Checked<AskedRequest> {
  const overridden = written.ok ? overrideRequest(pack, written.value, overrides) : written;
  const whole = overridden.ok ? withRecorded(overridden.value, recorded) : overridden;
  if (!whole.ok) return whole;
  const checked = resolveRequest(pack, topOf(whole.value), recorded?.known);
  return checked.ok ? { ...checked, value: { request: checked.value, document: whole.value.data } } : checked;
}
