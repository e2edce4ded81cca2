import { inBackticks } from '../diagnostics/plain-text.ts';
import { UsageError } from './usage-error.ts';

/** Reads a percentage with at most two decimals as hundredths of a percent; `written` is what the user wrote in all. */
export function floorIn(text: string, written: string, besides = ''): number {
  const [, whole = '', decimals = ''] = /^(\d{1,3})(?:\.(\d{1,2}))?$/u.exec(text) ?? [];
  const floor = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  if (whole === '' || floor > 10_000) {
    throw new UsageError(
      `${inBackticks(written)} is no floor; write a percentage with at most two decimals${besides}`,
    );
  }
  return floor;
}
