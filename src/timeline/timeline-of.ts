import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { EvaluationOptions } from '../evaluation/evaluate-request.ts';
import { checkRequest } from '../pack/check-request.ts';
import type { Pack } from '../pack/pack.ts';
import { checkAxis } from './check-axis.ts';
import { followRequest } from './follow-request.ts';
import type { Timeline } from './timeline.ts';

/** A timeline, or what is wrong with what was asked: never both. */
export type Timelined =
  | { readonly ok: true; readonly timeline: Timeline; readonly warnings: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Between which values a request is followed, both included, and what of it is varied. */
export interface TimelineOptions extends EvaluationOptions {
  /** An ISO day; with `vary`, a value of that fact. */
  readonly from: string | number;
  readonly to: string | number;
  /** The id of a number, date or event that is varied in place of the date. */
  readonly vary?: string;
}

/**
 * Follows the answers to a request over its date: for each candidate the stretches of days with the same answer, and what
 * happens to which clause on the days between them. With `vary` a number or a day among the facts is varied instead. Every
 * stretch is exact and confirmed at both its ends. The document may be anything at all; what is wrong is said, not thrown.
 *
 * ```ts
 * const request = { actor: 'buyer', date: '2025-03-31', acts: ['procure'], providers: ['rival'] };
 * const followed = await timeline(pack, request, { from: '2022-01-01', to: '2026-12-31' });
 * const [rival] = followed.ok ? followed.timeline.providers : [];
 * for (const { from, to, outcome } of rival?.pieces ?? []) console.log(`${from} to ${to}: ${outcome}`);
 * // prints: 2022-01-01 to 2023-12-31: permitted
 * // prints: 2024-01-01 to 2026-12-31: prohibited
 * ```
 */
export async function timeline(
  pack: Pack,
  document: unknown,
  { from, to, vary, ...options }: TimelineOptions,
): Promise<Timelined> {
  const request = checkRequest(pack, document);
  if (!request.ok) return request;
  const axis = checkAxis(pack, { from, to, ...(vary !== undefined && { vary }) }, '');
  if (!axis.ok) return axis;
  const followed = await followRequest(pack, request.value, axis.value, options);
  return followed.ok ? { ok: true, timeline: followed.value, warnings: request.warnings } : followed;
}
