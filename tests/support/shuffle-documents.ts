import type { Document, Part } from './generated-words.ts';

/** Where the order of keys is shown in answers: tests in a trace, candidates and facts as they are declared. */
export const IN_WRITING_ORDER = [
  'when',
  'until',
  'parties',
  'facts',
  'readings',
  'values',
  'options',
  'acts',
];

/** Keys of maps in another order, files and clauses too. Other lists keep their order, as does all below the keys kept. */
export function shuffled(part: Part, next: () => number, kept: readonly string[], key = ''): Part {
  if (kept.includes(key)) return part;
  if (Array.isArray(part)) {
    const items = (part as readonly Part[]).map((item) => shuffled(item, next, kept));
    return key === 'clauses' ? inAnotherOrder(items, next) : items;
  }
  if (!isDocument(part)) return part;
  const entries = Object.entries(part).map(
    ([name, value]) => [name, shuffled(value, next, kept, name)] as const,
  );
  return Object.fromEntries(inAnotherOrder(entries, next));
}

function inAnotherOrder<T>(items: readonly T[], next: () => number): T[] {
  return items
    .map((item) => ({ item, at: next() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

function isDocument(part: Part | undefined): part is Document {
  return typeof part === 'object' && !Array.isArray(part);
}
