import { requestAt } from '../diagram/turns/request-at.ts';
import type { Answer, Decision } from '../evaluation/decision.ts';
import { evaluateRequest } from '../evaluation/evaluate-request.ts';
import { isSameAnswer, type AnswerAt, type Asked } from './answers-at.ts';

/** Runs whole evaluations along a timeline, each value once for all candidates. */
export interface Confirmation {
  readonly answersAt: (value: number) => Promise<readonly AnswerAt[]>;
  /** Gives the decision for a value. Throws where a candidate's answer there is not the one that was found. */
  readonly confirmed: (value: number, candidate: number, answer: AnswerAt) => Promise<Decision>;
}

/** Thrown where an evaluation contradicts what a timeline has found: a mistake of ours, never a timeline. */
class TimelineDisagrees extends Error {
  override readonly name = 'TimelineDisagrees';
}

/** Prepares to hold pieces of a timeline against evaluations of the request. */
export function openConfirmation({ pack, request, varied, assumptions }: Asked): Confirmation {
  const decisions = new Map<number, Decision>();
  const decisionAt = async (value: number): Promise<Decision> => {
    const decision =
      decisions.get(value) ??
      (await evaluateRequest(pack, requestAt(request, varied, value), { assumptions }));
    decisions.set(value, decision);
    return decision;
  };
  return {
    answersAt: async (value) => (await decisionAt(value)).answers.map(answerIn),
    confirmed: async (value, candidate, found) => {
      const decision = await decisionAt(value);
      const answer = decision.answers[candidate];
      if (answer !== undefined && isSameAnswer(answerIn(answer), found)) return decision;
      const sides = {
        varied,
        value,
        candidate: answer?.provider,
        found,
        evaluated: answer?.possible,
        request,
      };
      throw new TimelineDisagrees(`a timeline and an evaluation disagree: ${JSON.stringify(sides)}`);
    },
  };
}

function answerIn({ possible, bounded }: Answer): AnswerAt {
  return { possible, isBounded: bounded === true };
}
