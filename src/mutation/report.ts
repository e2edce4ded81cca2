import type { Pack } from '../pack/pack.ts';
import type { MutationKind } from './mutation.ts';

/** Which mistakes in the rules some scenario would notice. */
export interface MutationReport {
  readonly format: 'compute-rights/mutation/1';
  readonly killed: number;
  readonly survived: number;
  /** Mutants that are proved to answer every request as the original does; they are not counted. */
  readonly equal: number;
  /** Mutants of which neither was found. They count as if they had survived. */
  readonly open: number;
  readonly packs: readonly MutatedPack[];
}

/** What came of the mutants of one pack. */
export interface MutatedPack {
  readonly pack: Pick<Pack, 'id' | 'title' | 'digest'>;
  /** How many scenarios were tried. */
  readonly scenarios: number;
  /** How many mutations make a pack that does not load: those are no mutants. */
  readonly notLegal: number;
  /** How many mutations were not tried, as there are too many. */
  readonly untried: number;
  readonly mutants: readonly MutantResult[];
}

/** What came of one mutant. */
export interface MutantResult {
  readonly id: string;
  readonly kind: MutationKind;
  /** The clause, instrument, defined term or reading in which something is changed. */
  readonly of: string;
  /** What is changed: it ends the sentence "no scenario would notice if …". */
  readonly would: string;
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
  readonly status: 'killed' | 'survived' | 'equal' | 'open';
  /** The first scenario found that fails. */
  readonly killedBy?: string;
  /** A scenario that holds of the original and fails of the mutant, as text for a file of scenarios. */
  readonly scenario?: string;
  /** Why it is open, or why no scenario is given. */
  readonly because?: string;
}

/** Sums up what came of the mutants of some packs. */
export function mutationReport(packs: readonly MutatedPack[]): MutationReport {
  const count = (status: MutantResult['status']): number =>
    packs.flatMap(({ mutants }) => mutants).filter((each) => each.status === status).length;
  return {
    format: 'compute-rights/mutation/1',
    killed: count('killed'),
    survived: count('survived'),
    equal: count('equal'),
    open: count('open'),
    packs,
  };
}
