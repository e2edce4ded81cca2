import type { Request } from '../../pack/request.ts';
import { limitOf, limitsLeft, openIdsOf, type Settlement } from '../../pack/settlement.ts';
import type { Branch, Explorer } from './ways-of.ts';
import type { Question } from './question.ts';

/** What is settled where the rules engine asks. */
export interface Circumstance {
  readonly settlement: Settlement;
  readonly facts: Request['facts'];
}

/** Answers questions as far as they are settled; each open answer is marked with the ids of what leaves it open. */
export function settledBranches(circumstance: Circumstance): Explorer<readonly string[]> {
  const joined = (marks: readonly (readonly string[])[]): readonly string[] => [...new Set(marks.flat())];
  return {
    branchesOf: (question) => answersTo(question, circumstance),
    always: [],
    both: (one, other) => (other.length === 0 ? one : joined([one, other])),
    either: joined,
    isPossible: () => true,
  };
}

function answersTo(
  question: Question<unknown>,
  { settlement, facts }: Circumstance,
): readonly Branch<readonly string[]>[] {
  switch (question.is) {
    case 'parameter': {
      const { parameter, alternatives, given } = question;
      const limit = limitOf(parameter, settlement);
      if (limit !== undefined) return [{ value: given(limit), mark: [] }];
      const mark = openIdsOf(parameter, settlement);
      const values = limitsLeft(parameter, settlement)?.map(given) ?? alternatives;
      return distinct(values).map((value) => ({ value, mark }));
    }
    case 'record':
      return question.answers.map(({ value }) => ({ value, mark: [question.reportedAs] }));
    case 'fact': {
      const known = Object.hasOwn(facts, question.fact) ? facts[question.fact] : undefined;
      const left = known === undefined ? [true, false] : [known === true];
      return left.map((holds) => ({ value: question.given(holds), mark: [question.fact] }));
    }
  }
}

function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
