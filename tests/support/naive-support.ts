import { TooManyCompletions, type Completion } from './naive-completion.ts';

const COMPARABLE = 1_500;

/**
 * The ids on which the result turns: those for which two completions differ in nothing else and give different results.
 * Where two completions did not ask for the same unknowns, what only one asked for is free in the other.
 */
export function supportOf(completions: readonly Completion<unknown>[]): ReadonlySet<string> {
  if (completions.length > COMPARABLE)
    throw new TooManyCompletions(`${String(completions.length)} to compare`);
  const support = new Set<string>();
  completions.forEach((one, index) => {
    for (const other of completions.slice(0, index)) {
      if (one.result === other.result) continue;
      const only = onlyDifference(one, other);
      if (only !== undefined) support.add(only);
    }
  });
  return support;
}

function onlyDifference(one: Completion<unknown>, other: Completion<unknown>): string | undefined {
  let only: string | undefined;
  for (const [key, choice] of one.choices) {
    const otherChoice = other.choices.get(key);
    if (otherChoice === undefined || otherChoice === choice) continue;
    const id = choice.slice(0, choice.indexOf('\t'));
    if (only !== undefined && only !== id) return undefined;
    only = id;
  }
  return only;
}
