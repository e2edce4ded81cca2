/** Stops the bench where a subject's answer is not the engine's: what does other work is not timed. */
export function compareAnswers(
  subject: string,
  answers: readonly string[],
  { requests, expected }: { requests: readonly object[]; expected: readonly string[] },
): void {
  requests.forEach((request, at) => {
    if (answers[at] === expected[at]) return;
    const both = `evaluate says ${String(expected[at])}, ${subject} says ${String(answers[at])}`;
    throw new Error(`${both}, of request ${String(at)}:\n${JSON.stringify(request, undefined, 2)}`);
  });
}
