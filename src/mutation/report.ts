import type { Pack } from '../pack/pack.ts';
import type { MutationKind } from './mutation.ts';

/** Which mistakes in the rules some scenario would notice. */
export interface MutationReport {
  readonly format: 'compute-rights/mutation/1';
  readonly packs: readonly MutatedPack[];
  /** Ids of packs of which too few mutants are killed. */
  readonly below: readonly string[];
}

/** How many mutants came to what. */
export interface MutantCounts {
  readonly killed: number;
  readonly survived: number;
  /** Mutants that are proved to answer every request as the original does; they are not counted. */
  readonly equal: number;
  /** Mutants of which neither was found. They count as if they had survived. */
  readonly open: number;
  /** The killed among those that count, in percent with two decimals, never rounded up; left out where none counts. */
  readonly percent?: number;
}

/** What came of the mutants of one pack. */
export interface MutatedPack extends MutantCounts {
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

/** Counts what came of the mutants of a pack. */
export function countsOf(mutants: readonly MutantResult[]): MutantCounts {
  const count = (status: MutantResult['status']): number =>
    mutants.filter((each) => each.status === status).length;
  const counts = { killed: count('killed'), survived: count('survived'), open: count('open') };
  const all = counts.killed + counts.survived + counts.open;
  const percent = Math.floor((counts.killed * 10_000) / all) / 100;
  return { ...counts, equal: count('equal'), ...(all > 0 && { percent }) };
}

/** Reports on packs of which a share of the mutants has to be killed, in hundredths of a percent. */
export function mutationReport(packs: readonly MutatedPack[], floor: number): MutationReport {
  const below = packs.filter(({ killed, survived, open, untried }) => {
    const all = killed + survived + open;
    return killed * 10_000 < floor * all || untried > 0;
  });
  return { format: 'compute-rights/mutation/1', packs, below: below.map(({ pack }) => pack.id) };
}
