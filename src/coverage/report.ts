import type { PackCoverage } from './coverage.ts';
import { reaches } from './share.ts';

/** What can be asked to reach a floor. */
export const COUNTED = ['parts', 'regions'] as const;
export type Counted = (typeof COUNTED)[number];

/** Floors in hundredths of a percent. */
export type Floors = Readonly<Partial<Record<Counted, number>>>;

/** The coverage of every pack that scenarios are about, and whether it is enough. */
export interface CoverageReport {
  readonly format: 'compute-rights/coverage/1';
  /** Scenarios that hold, that do not, and that were not run. */
  readonly passed: number;
  readonly failed: number;
  readonly pending: number;
  readonly packs: readonly PackCoverage[];
  readonly below: readonly BelowFloor[];
}

/** A pack of which less is covered than was asked for. */
export interface BelowFloor {
  readonly pack: string;
  readonly what: Counted;
  /** The floor, in percent. */
  readonly atLeast: number;
}

/** Finds what is below a floor. What was not counted is below any. */
export function belowFloors(packs: readonly PackCoverage[], floors: Floors): readonly BelowFloor[] {
  return packs.flatMap((pack) =>
    COUNTED.flatMap((what): readonly BelowFloor[] => {
      const floor = floors[what];
      if (floor === undefined || (isCounted(pack, what) && reaches(pack[what], floor))) return [];
      return [{ pack: pack.id, what, atLeast: floor / 100 }];
    }),
  );
}

function isCounted({ regions }: PackCoverage, what: Counted): boolean {
  return what === 'parts' || regions.gaveUp.length === 0;
}
