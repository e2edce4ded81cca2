import type { Pack } from '../../pack/pack.ts';
import { settlementFor, type Settled } from '../../pack/settlement.ts';
import { BudgetSpent } from '../algebra/diagrams.ts';
import type { Compiled } from './compiled.ts';
import { compileDiagrams, MOST_NODES, type PackDiagrams } from './compile-pack.ts';
import { decidedByQuestion } from './decided-by-question.ts';
import { decidedByDiagram } from './decided-by-diagram.ts';

/** What compiling may take. */
export interface CompileOptions {
  /** Nodes beyond which the pack is not compiled as a whole: questions are then answered one by one, as exactly but slower. */
  readonly nodes?: number;
}

/**
 * Compiles a pack for questions without a deal on record. Readings and assumed values are settled once, for all questions:
 * as the pack assumes them, unless said otherwise. Throws where a reading, an option or a parameter is not the pack's.
 *
 * ```ts
 * const { decide } = compile(pack);
 * const asked = decide({ actor: 'buyer', act: 'procure', provider: 'rival', date: '2025-03-31' });
 * console.log('invalid' in asked ? asked.invalid.part : asked.outcome);
 * // prints: prohibited
 * ```
 */
export function compile(
  pack: Pack,
  settled: Settled = {},
  { nodes = MOST_NODES }: CompileOptions = {},
): Compiled {
  const settlement = settlementFor(pack, settled);
  const diagrams = withinBudget(() => compileDiagrams(pack, settlement, nodes));
  return diagrams === undefined ? decidedByQuestion(pack, settlement) : decidedByDiagram(pack, diagrams);
}

function withinBudget(build: () => PackDiagrams): PackDiagrams | undefined {
  try {
    return build();
  } catch (error) {
    if (error instanceof BudgetSpent) return undefined;
    throw error;
  }
}
