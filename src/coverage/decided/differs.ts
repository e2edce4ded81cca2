import type { Asked, Question } from './asked.ts';

/** A request with the answers that were asked for: one for each question. */
export interface Answered {
  readonly asked: Asked;
  readonly answers: readonly string[];
}

/** True where some question gets another answer. */
export function differs(
  { asked, answers }: Answered,
  answered: (question: Question) => string | undefined,
): boolean {
  return asked.questions.some((question, place) => answered(question) !== answers[place]);
}
