import type { Change, PackComparison, OtherChange } from './comparison.ts';
import type { Flips } from './flips.ts';

/** Who has agreed to a change, and why. */
export interface Agreed {
  readonly who: string;
  readonly why: string;
}

/** A comparison with what was asked besides: own requests that flip, and changes that are acknowledged. */
export interface ComparisonReport extends Omit<PackComparison, 'changes' | 'otherChanges'> {
  readonly changes: readonly (Change & { readonly acknowledged?: Agreed })[];
  readonly otherChanges: readonly (OtherChange & { readonly acknowledged?: Agreed })[];
  readonly scenarios?: Flips;
  readonly requests?: Flips;
}

/** Adds to a comparison what was asked besides. */
export function reportOn(
  comparison: PackComparison,
  agreed: ReadonlyMap<string, Agreed>,
  asked: { readonly scenarios?: Flips; readonly requests?: Flips },
): ComparisonReport {
  const withAgreed = <T extends { readonly id: string }>(
    change: T,
  ): T & { readonly acknowledged?: Agreed } => {
    const acknowledged = agreed.get(change.id);
    return acknowledged === undefined ? change : { ...change, acknowledged };
  };
  return {
    ...comparison,
    changes: comparison.changes.map(withAgreed),
    otherChanges: comparison.otherChanges.map(withAgreed),
    ...asked,
  };
}

/** The ids of all changes that can be acknowledged. */
export function idsIn({ changes, otherChanges }: PackComparison): ReadonlySet<string> {
  return new Set([...changes, ...otherChanges].map(({ id }) => id));
}

/** True where nothing changed but what is acknowledged, and nothing was left out. */
export function isAsExpected({
  verdict,
  changes,
  otherChanges,
  unlisted,
  scenarios,
  requests,
}: ComparisonReport): boolean {
  if (verdict === 'unfinished' || unlisted > 0) return false;
  const told = [...changes, ...otherChanges];
  const flips = [...(scenarios?.flips ?? []), ...(requests?.flips ?? [])];
  // Where changes are told, a flip comes of them, and is agreed to there.
  return told.length === 0
    ? flips.length === 0
    : told.every(({ acknowledged }) => acknowledged !== undefined);
}
