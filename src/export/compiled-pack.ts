import { compileDiagrams, type PackDiagrams } from '../diagram/compile/compile-pack.ts';
import type { Pack } from '../pack/pack.ts';
import { settlementFor, type Settled } from '../pack/settlement.ts';

/** Compiles a pack to be written. Throws `BudgetSpent` where it is too large for anybody to read. */
export function compiledPack(pack: Pack, settled: Settled): PackDiagrams {
  return compileDiagrams(pack, settlementFor(pack, settled), MOST_NODES);
}

const MOST_NODES = 2_000_000;
