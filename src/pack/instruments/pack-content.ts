import { inCodeOrder } from '../forms/in-code-order.ts';
import { isMap, type Written } from '../written/written.ts';

/**
 * Gives the content that a pack's digest stands for: instruments, their clauses and changes by id, so that files and
 * order do not matter.
 */
export function packContent(pack: Written | undefined, instruments: readonly Written[]): unknown {
  return {
    pack: decidingContent(pack?.data),
    instruments: sortedBy(['instrument'], instruments.map(instrumentContent)),
  };
}

/**
 * Promises, suppressions and who chooses a fact decide nothing: an answer given before they were written is the same
 * after.
 */
function decidingContent(data: unknown): unknown {
  if (!isMap(data)) return data;
  const content = without(data, ['promises', 'suppress']);
  const facts: unknown = content['facts'];
  if (!isMap(facts)) return content;
  const deciding = Object.entries(facts).map(([id, fact]): [string, unknown] => [
    id,
    isMap(fact) ? without(fact, ['chosen-by']) : fact,
  ]);
  return { ...content, facts: Object.fromEntries(deciding) };
}

function without(map: Readonly<Record<string, unknown>>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).filter(([key]) => !keys.includes(key)));
}

function instrumentContent({ data }: Written): unknown {
  if (!isMap(data)) return data;
  const lists = { clauses: ['id'], amends: ['clause'], waives: ['clause', 'id'] } as const;
  const sorted = Object.entries(lists).flatMap(([key, by]) => {
    const values = data[key];
    return Array.isArray(values) ? [[key, sortedBy(by, values)] as const] : [];
  });
  return { ...data, ...Object.fromEntries(sorted) };
}

function sortedBy(keys: readonly string[], values: readonly unknown[]): readonly unknown[] {
  // Only checked content comes here, in which the keys are ids. No id has a space.
  const keyOf = (value: unknown): string =>
    keys.map((key) => (isMap(value) ? String(value[key]) : '')).join(' ');
  return values.toSorted((one, other) => inCodeOrder(keyOf(one), keyOf(other)));
}
