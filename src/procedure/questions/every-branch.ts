import type { Limit, Stated } from '../../vocabulary/stated.ts';
import type { Question } from './question.ts';
import type { Branch, Explorer } from './ways-of.ts';

/** Takes every answer that a question can have in any case, whatever is settled. */
export const everyBranch: Explorer<undefined> = {
  branchesOf: answersTo,
  always: undefined,
  both: () => undefined,
  either: () => undefined,
  isPossible: () => true,
};

function answersTo(question: Question<unknown>): readonly Branch<undefined>[] {
  switch (question.is) {
    case 'parameter': {
      const { parameter, alternatives, given } = question;
      const { limits, isOpen } = limitsOf(parameter.stated);
      const values = [...limits.map(given), ...(isOpen ? alternatives : [])];
      return values.map((value) => ({ value, mark: undefined }));
    }
    case 'record':
      return question.answers.map(({ value }) => ({ value, mark: undefined }));
    case 'fact':
      return [true, false].map((holds) => ({ value: question.given(holds), mark: undefined }));
  }
}

/** The limits that a parameter may be given, and whether it may be open. */
function limitsOf(stated: Stated<unknown>): {
  readonly limits: readonly Limit<unknown>[];
  readonly isOpen: boolean;
} {
  switch (stated.is) {
    case 'set':
    case 'none':
      return { limits: [stated], isOpen: false };
    case 'unknown':
      return { limits: [], isOpen: true };
    case 'assumed':
      return { limits: [stated.limit], isOpen: true };
    case 'by-reading': {
      const given = Object.values(stated.of);
      const limits = given.flatMap((limit) => (limit.is === 'unknown' ? [] : [limit]));
      return { limits, isOpen: limits.length < given.length };
    }
  }
}
