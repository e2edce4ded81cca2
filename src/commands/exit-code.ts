import type { Decision } from '../evaluation/decision.ts';

/** What the command's exit status says; 70, a bug in the engine, is given by `cli.ts` alone. 130: the user broke it off. */
export const EXIT = {
  nothingAgainst: 0,
  somethingToReport: 1,
  couldNotDo: 2,
  undetermined: 3,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** For named providers the worst of their answers, `undetermined` being the mildest; no name, nothing to hold against. */
export function exitCodeOf(decision: Decision): ExitCode {
  if (!decision.request.providersNamed) return EXIT.nothingAgainst;
  const outcomes = new Set(decision.answers.map(({ outcome }) => outcome));
  outcomes.delete('permitted');
  const undetermined = outcomes.delete('undetermined');
  if (outcomes.size > 0) return EXIT.somethingToReport;
  return undetermined ? EXIT.undetermined : EXIT.nothingAgainst;
}
