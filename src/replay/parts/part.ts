/** A key of a map, or an item of a list by the id that it has there. */
export type Step = string | { readonly item: string };

/** A part in which the documents of two packs differ; a side that has none is `undefined`. */
export interface Part {
  /** The instrument that it stands in; none for what stands in `pack.yaml`. */
  readonly instrument?: string;
  /** From the top of the document; an empty path is the whole of it. */
  readonly path: readonly Step[];
  readonly before: unknown;
  readonly after: unknown;
}

/** Gives the id by which an item of a list of the rule language is known: its own, that of the clause it changes, or itself. */
export function idOfItem(item: unknown): string | undefined {
  if (typeof item === 'string') return item;
  if (typeof item !== 'object' || item === null) return undefined;
  const { id, clause } = item as Readonly<Record<string, unknown>>;
  // No id has a space.
  const names = [clause, id].filter((name) => typeof name === 'string');
  return names.length === 0 ? undefined : names.join(' ');
}

/** Gives the items of a list by their ids; `undefined` where some item has none, or two have the same. */
export function itemsById(list: unknown): ReadonlyMap<string, unknown> | undefined {
  if (!Array.isArray(list)) return undefined;
  const items = new Map<string, unknown>();
  for (const item of list as readonly unknown[]) {
    const id = idOfItem(item);
    if (id === undefined || items.has(id)) return undefined;
    items.set(id, item);
  }
  return items;
}

/** The clause that a part is of, or that it ends, amends or waives. */
export function clauseOf({ path }: Part): string | undefined {
  const [list, step] = path;
  if (typeof list !== 'string' || typeof step !== 'object' || !OF_CLAUSES.includes(list)) return undefined;
  return list === 'clauses' || list === 'ends' ? step.item : step.item.split(' ', 1)[0];
}

const OF_CLAUSES: readonly string[] = ['clauses', 'ends', 'amends', 'waives'];

/** Writes the path of a part: `clauses.first-refusal.when.megawatts`. */
export function pathOf({ path }: Part): string {
  return path.map((step) => (typeof step === 'string' ? step : step.item)).join('.');
}
