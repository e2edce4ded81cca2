import type { Cell, TableLine } from './table-line.ts';

interface Box {
  readonly sets: readonly (readonly string[])[];
  readonly outcome: string;
}

/** Puts cells of equal outcome together, one field after the other, and leaves out what is permitted and lists that hold all values. */
export function mergedLines(
  fields: readonly string[],
  values: Readonly<Record<string, readonly string[]>>,
  cells: readonly Cell[],
  outcomes: readonly string[],
): readonly Pick<TableLine, 'lists' | 'outcome'>[] {
  let boxes: readonly Box[] = cells
    .map((cell, at) => ({ sets: cell.map((value) => [value]), outcome: outcomes[at] ?? '' }))
    .filter(({ outcome }) => outcome !== 'permitted');
  for (const at of fields.keys()) boxes = mergedAlong(boxes, at);
  return boxes.map(({ sets, outcome }) => ({
    outcome,
    lists: Object.fromEntries(
      fields.flatMap((field, at) => {
        const set = sets[at] ?? [];
        return set.length === values[field]?.length ? [] : [[field, set] as const];
      }),
    ),
  }));
}

/** Joins boxes that differ in one field only. */
function mergedAlong(boxes: readonly Box[], field: number): readonly Box[] {
  const joined = new Map<string, Box>();
  for (const { sets, outcome } of boxes) {
    const name = JSON.stringify([outcome, sets.with(field, [])]);
    const before = joined.get(name)?.sets[field] ?? [];
    joined.set(name, { outcome, sets: sets.with(field, [...before, ...(sets[field] ?? [])]) });
  }
  return [...joined.values()];
}
