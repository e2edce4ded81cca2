import type { Named } from '../pack/lookup.ts';
import type { SettledOutcome } from '../vocabulary/outcome.ts';
import type { PartKind } from './parts/contract-part.ts';
import type { Share } from './share.ts';

/** What the scenarios of a pack make decide, and which of its regions they lie in: plain data, safe to write as JSON. */
export interface PackCoverage {
  readonly id: string;
  readonly title: string;
  readonly digest: string;
  /** How many scenarios hold, and are counted. */
  readonly scenarios: number;
  /** Ids of those among them whose answer was not found exactly: nothing is counted for them. */
  readonly unexamined: readonly string[];
  readonly parts: PartCoverage;
  readonly regions: RegionCoverage;
}

/** Parts that decide some scenario, of those that may decide a request. */
export interface PartCoverage extends Share {
  readonly kinds: readonly ({ readonly kind: PartKind } & Share)[];
  readonly missed: readonly MissedPart[];
  /** Parts that decide in no request there can be, as the pack assumes; they are not counted. */
  readonly idle: readonly { readonly kind: PartKind; readonly part: string }[];
}

export interface MissedPart {
  readonly kind: PartKind;
  readonly part: string;
  /** An entry of `scenarios`, as text, which it decides. */
  readonly scenario?: string;
}

/** Regions in which some scenario lies, of those that there are. */
export interface RegionCoverage extends Share {
  /** Those among them without a deal on record, with nobody designated and direct service. */
  readonly ordinary: Share;
  /** The largest, ordinary ones first; none in which a scenario lies that is proposed for one before it. */
  readonly missed: readonly MissedRegion[];
  /** How many more are missed, and would be with the proposed scenarios too. */
  readonly untold: number;
  /** What was not counted, for it needs more than it may take. */
  readonly gaveUp: readonly UncountedRegions[];
}

/** Acts with providers whose regions are too many to be counted; all of them, where nothing is said of whom. */
export interface UncountedRegions extends Partial<RegionSubject> {
  readonly because: string;
}

export interface MissedRegion extends RegionSubject {
  readonly outcomes: readonly SettledOutcome[];
  /** What a request has to say to lie in it, in words. */
  readonly where: readonly string[];
  /** An entry of `scenarios`, as text, whose request lies in it. */
  readonly scenario?: string;
}

/** An act with providers among whom the contracts make no difference. */
export interface RegionSubject {
  readonly actor: Named;
  readonly act: Named;
  /** Those that clauses tell apart, and `other` for all that none does. */
  readonly providers: readonly Named[];
  /** Those that clauses tell apart of whom it is not said, where it is said of `other`. */
  readonly notOf?: readonly Named[];
}
