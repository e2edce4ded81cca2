import type { Ask, Question } from './question.ts';

/** One answer to a question, with what an engine knows of where it is the right one. */
export interface Branch<Mark> {
  readonly value: unknown;
  readonly mark: Mark;
}

/** How an engine answers questions, and what it makes of several answers together. */
export interface Explorer<Mark> {
  /** The answers that are left of a question; a single one goes without asking. */
  readonly branchesOf: (question: Question<unknown>) => readonly Branch<Mark>[];
  /** The mark of what hangs on nothing. */
  readonly always: Mark;
  /** The mark of what needs both. */
  readonly both: (one: Mark, other: Mark) => Mark;
  /** The mark of what comes about in either way. */
  readonly either: (marks: readonly Mark[]) => Mark;
  readonly isPossible: (mark: Mark) => boolean;
}

/** What a run may come to, and where it does. */
export interface Way<Value, Mark> {
  readonly value: Value;
  readonly mark: Mark;
}

/**
 * Runs something over every way of answering what it asks. A run asks only for what it needs, so that most ways are never
 * told apart.
 */
export function waysOf<Value, Mark>(
  run: (ask: Ask) => Value,
  explorer: Explorer<Mark>,
): readonly Way<Value, Mark>[] {
  const { branchesOf, both, isPossible } = explorer;
  const follow = (answered: ReadonlyMap<string, unknown>, mark: Mark): readonly Way<Value, Mark>[] => {
    let open: { readonly key: string; readonly branches: readonly Branch<Mark>[] } | undefined;
    const ask: Ask = (question) => {
      if (answered.has(question.key)) return answered.get(question.key) as never;
      const branches = branchesOf(question as Question<unknown>);
      const [only, second] = branches;
      if (only !== undefined && second === undefined) return only.value as never;
      open = { key: question.key, branches };
      throw ASKED;
    };
    try {
      return [{ value: run(ask), mark }];
    } catch (error) {
      if (error === CONTRADICTION) return [];
      if (error !== ASKED || open === undefined) throw error;
    }
    const { key, branches } = open;
    return branches.flatMap((branch) => {
      const together = both(mark, branch.mark);
      return isPossible(together) ? follow(new Map(answered).set(key, branch.value), together) : [];
    });
  };
  return follow(new Map(), explorer.always);
}

/** Thrown to leave a run that has asked for something not yet answered. */
const ASKED = new Error('asked a question');

/** Thrown by a run whose answers cannot all be so: it comes to nothing. */
export const CONTRADICTION = new Error('answers contradict each other');

/** Puts together ways that come to the same. */
export function merged<Value, Mark>(
  ways: readonly Way<Value, Mark>[],
  { either }: Explorer<Mark>,
): readonly Way<Value, Mark>[] {
  const byValue = new Map<string, { readonly value: Value; readonly marks: Mark[] }>();
  for (const { value, mark } of ways) {
    const key = JSON.stringify(value);
    const known = byValue.get(key);
    if (known === undefined) byValue.set(key, { value, marks: [mark] });
    else known.marks.push(mark);
  }
  return [...byValue.values()].map(({ value, marks }) => ({ value, mark: either(marks) }));
}
