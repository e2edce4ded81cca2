import { isSameAnswer, type AnswerAt } from './answers-at.ts';
import type { Stretch } from './stretches.ts';

/** Neighbouring stretches in which a candidate's answer is the same. */
export interface Joined {
  readonly first: Stretch;
  readonly last: Stretch;
  readonly answer: AnswerAt;
}

/** Joins stretches, in order, as long as the answer stays what it is. */
export function joinedStretches(
  stretches: readonly Stretch[],
  answers: readonly AnswerAt[],
): readonly Joined[] {
  const joined: { first: Stretch; last: Stretch; answer: AnswerAt }[] = [];
  stretches.forEach((stretch, place) => {
    const answer = answers[place];
    if (answer === undefined) throw new Error('a stretch has no answer');
    const before = joined.at(-1);
    if (before !== undefined && isSameAnswer(before.answer, answer)) before.last = stretch;
    else joined.push({ first: stretch, last: stretch, answer });
  });
  return joined;
}
