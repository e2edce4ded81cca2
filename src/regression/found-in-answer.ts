import type { ActAnswer, Answer } from '../evaluation/decision.ts';
import type { ActExpectation } from '../pack/scenario.ts';
import type { FoundAnswer } from '../pack/scenarios/found-answer.ts';

/** Gives of an answer what an expectation may name. */
export function foundInAnswer(answer: Answer): FoundAnswer {
  const acts = answer.acts.map((each) => [each.act, partOf(each)] as const);
  return { ...partOf(answer), acts: Object.fromEntries(acts) };
}

/** A clause that governs several of the possible outcomes is named once. */
function partOf({ outcome, possible, governing, turnsOn }: Answer | ActAnswer): Required<ActExpectation> {
  return {
    outcome,
    possible,
    governing: [...new Set(governing.map(({ clause }) => clause))],
    turnsOn: turnsOn.map(({ id }) => id),
  };
}
