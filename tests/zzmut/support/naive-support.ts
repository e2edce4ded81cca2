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
    if (otherChoice === undefined || mayAgree(choice, otherChoice)) continue;
    const id = choice.slice(0, choice.indexOf('\t'));
    if (only !== undefined && only !== id) return undefined;
    only = id;
  }
  return only;
}

/**
 * Equal values agree. So do unrecorded histories of which one was asked about more clauses than the other and said the same
 * of those that both were asked about: the history behind the longer answer is one behind the shorter.
 */
function mayAgree(one: string, other: string): boolean {
  if (one === other) return true;
  const [parts, otherParts] = [partsOf(one), partsOf(other)];
  const shorter = parts.length < otherParts.length ? parts : otherParts;
  const longer = new Set(shorter === parts ? otherParts : parts);
  return shorter.length > 0 && shorter.every((part) => longer.has(part));
}

/** The entries of a map, none for any other value. */
function partsOf(choice: string): string[] {
  const value: unknown = JSON.parse(choice.slice(choice.indexOf('\t') + 1));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).map((entry) => JSON.stringify(entry));
}
