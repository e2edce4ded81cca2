import { clauseOf, pathOf, type Part } from './part.ts';

/** What may be put back alone: parts of the rules, or the day for which a decision was asked. */
export type Difference =
  { readonly is: 'parts'; readonly parts: readonly [Part, ...Part[]] } | { readonly is: 'day' };

/** Gives each smallest part by itself; an instrument of one side as a whole is none. */
export function eachPart(parts: readonly Part[]): readonly Difference[] {
  return parts.filter(({ path }) => path.length > 0).map((part) => ({ is: 'parts', parts: [part] }));
}

/** Gives together what differs in one clause, or in one word of the pack, where that is more than one part. */
export function eachClause(parts: readonly Part[]): readonly Difference[] {
  const keyOf = (part: Part): string | undefined => {
    const { instrument = '', path } = part;
    if (clauseOf(part) === undefined && instrument !== '') return undefined;
    return `${instrument} ${pathOf({ ...part, path: path.slice(0, 2) })}`;
  };
  return grouped(parts, keyOf).filter((each) => each.is === 'parts' && each.parts.length > 1);
}

/** Gives each instrument that only one side has, as a whole. */
export function eachWhole(parts: readonly Part[]): readonly Difference[] {
  return parts.filter(({ path }) => path.length === 0).map((part) => ({ is: 'parts', parts: [part] }));
}

/** Gives together what differs in one instrument, or in one word of the pack. */
export function eachInstrument(parts: readonly Part[]): readonly Difference[] {
  return grouped(parts, homeOf).map((group) => {
    const whole = group.is === 'parts' ? group.parts.find(({ path }) => path.length === 0) : undefined;
    return whole === undefined ? group : { is: 'parts', parts: [whole] };
  });
}

/** Gives in the place of an instrument or a word each smallest part of it. */
export function smallestOf(difference: Difference, parts: readonly Part[]): readonly Difference[] {
  if (difference.is === 'day') return [difference];
  const home = homeOf(difference.parts[0]);
  const smaller = eachPart(parts.filter((part) => homeOf(part) === home));
  return smaller.length === 0 ? [difference] : smaller;
}

function homeOf(part: Part): string {
  return part.instrument ?? ` ${pathOf({ ...part, path: part.path.slice(0, 2) })}`;
}

function grouped(parts: readonly Part[], keyOf: (part: Part) => string | undefined): readonly Difference[] {
  const groups = new Map<string, [Part, ...Part[]]>();
  for (const part of parts) {
    const key = keyOf(part);
    const group = key === undefined ? undefined : groups.get(key);
    if (group !== undefined) group.push(part);
    else if (key !== undefined) groups.set(key, [part]);
  }
  return [...groups.values()].map((group) => ({ is: 'parts', parts: group }));
}
