import type { WorkOutcome, WorkRequest } from '../common-work/work-request.ts';

/** Stops the bench where a subject's answer is not the engine's: what does other work is not timed. */
export function compareAnswers(
  subject: string,
  answers: readonly WorkOutcome[],
  { requests, expected }: { requests: readonly WorkRequest[]; expected: readonly WorkOutcome[] },
): void {
  requests.forEach((request, at) => {
    if (answers[at] === expected[at]) return;
    const both = `evaluate says ${String(expected[at])}, ${subject} says ${String(answers[at])}`;
    throw new Error(`${both}, of request ${String(at)}:\n${JSON.stringify(request, undefined, 2)}`);
  });
}
