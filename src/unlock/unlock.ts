import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Decision } from '../evaluation/decision.ts';
import { evaluateRequest } from '../evaluation/evaluate-request.ts';
import { checkRequestLookingUp } from '../pack/check-request.ts';
import type { LookUps } from '../pack/look-up-facts.ts';
import type { Pack } from '../pack/pack.ts';
import { findUnlocks, MOST_CHANGES, USUAL_CHANGES } from './find-unlocks.ts';
import type { Unlock } from './unlocks.ts';

/** A decision with what would let those candidates serve that may not, or what is wrong with the request. */
export type Unlocked =
  | {
      readonly ok: true;
      readonly decision: Decision;
      /** One for each candidate that is not permitted, in the order of the answers. */
      readonly unlocks: readonly Unlock[];
      readonly warnings: readonly Diagnostic[];
    }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** How far to look for changes, and where to find facts that a request leaves out. */
export interface UnlockOptions {
  /** How many changes may be needed together: from 1 to 4, and 2 unless said otherwise. */
  readonly atMost?: number;
  readonly lookUps?: LookUps;
}

/**
 * Decides a request, and finds for each candidate that may not serve, or of which it is not known, every smallest set of
 * changes that would let it. Each has been made and asked about before it is given. Throws where `atMost` is out of range.
 *
 * ```ts
 * const asked = await unlock(pack, { actor: 'buyer', date: '2025-03-31', acts: ['procure'], providers: ['seller'] });
 * const [first] = asked.ok ? asked.unlocks : [];
 * for (const { says } of first?.ways[0]?.changes ?? []) console.log(says);
 * // prints: Rival waives what is owed to it, for the deal with Seller
 * ```
 */
export async function unlock(
  pack: Pack,
  document: unknown,
  { atMost = USUAL_CHANGES, lookUps = {} }: UnlockOptions = {},
): Promise<Unlocked> {
  if (!Number.isInteger(atMost) || atMost < 1 || atMost > MOST_CHANGES) {
    throw new RangeError(
      `from 1 to ${String(MOST_CHANGES)} changes can be looked for, not ${String(atMost)}`,
    );
  }
  const checked = await checkRequestLookingUp(pack, document, lookUps);
  if (!checked.ok) return checked;
  const { request } = checked.value;
  const decision = await evaluateRequest(pack, request);
  const unlocks = await findUnlocks(pack, request, decision, atMost);
  return { ok: true, decision, unlocks, warnings: checked.warnings };
}
