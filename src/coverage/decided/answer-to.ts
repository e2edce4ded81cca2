import type { ExactAnswers } from '../../evaluation/exact/exact-answers.ts';
import type { Settlement } from '../../pack/settlement.ts';
import type { Question } from './asked.ts';

/**
 * Gives an answer as far as parts of a contract decide it, to be compared with others: what is possible, and where that is
 * one outcome the clauses that govern. `undefined` where it is not found exactly.
 */
export function answerTo(
  exact: ExactAnswers,
  settlement: Settlement,
  { candidate, acts }: Question,
): string | undefined {
  const found = exact.possible(candidate, acts, settlement);
  if (found === undefined || (found.isBounded && found.possible.length > 1)) return undefined;
  const { possible } = found;
  if (possible.length > 1) return possible.join();
  const governing = acts.flatMap((act) => exact.governing(candidate, act, settlement, possible) ?? []);
  return [...possible, ...new Set(governing.map(({ clause }) => clause).toSorted())].join();
}
