import { canonicalText } from '../../pack/forms/digest.ts';
import { isMap } from '../../pack/written/written.ts';
import type { Cause, CauseKind } from '../replay.ts';
import { clauseOf, pathOf, type Part } from './part.ts';

/** Says what parts that were put back together are: one part, or several of one clause, instrument or word. */
export function causeOf(parts: readonly [Part, ...Part[]]): Cause {
  const [first, ...others] = parts;
  const { instrument, path, before, after } = first;
  const clause = others.every((part) => clauseOf(part) === clauseOf(first)) ? clauseOf(first) : undefined;
  const shared = others.length === 0 ? pathOf(first) : sharedPath(first, others);
  const kinds = new Set(parts.map(kindOf));
  return {
    kind: kinds.size === 1 ? kindOf(first) : 'amendment',
    ...(instrument !== undefined && { instrument }),
    ...(clause !== undefined && { clause }),
    ...(shared !== '' && path.length > 0 && { part: shared }),
    ...(others.length === 0 ? valuesIn(path.at(-1), before, after) : { change: 'changed' as const }),
  };
}

function sharedPath(first: Part, others: readonly Part[]): string {
  const isShared = (place: number): boolean =>
    others.every(({ path }) => canonicalText(path[place] ?? null) === canonicalText(first.path[place]));
  const end = first.path.findIndex((_, place) => !isShared(place));
  return pathOf({ ...first, path: end === -1 ? first.path : first.path.slice(0, end) });
}

function valuesIn(
  step: unknown,
  before: unknown,
  after: unknown,
): Pick<Cause, 'change' | 'before' | 'after'> {
  // A name in a list says itself in its path.
  const isName = typeof step === 'object' && (typeof before === 'string' || typeof after === 'string');
  const [then, now] = isName ? [] : [valueWords(before), valueWords(after)];
  const change = before === undefined ? 'added' : after === undefined ? 'removed' : 'changed';
  return { change, ...(then !== undefined && { before: then }), ...(now !== undefined && { after: now }) };
}

const LONGEST_VALUE = 60;

function valueWords(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  const text = typeof value === 'string' ? value : canonicalText(value);
  return text.length > LONGEST_VALUE ? undefined : text;
}

function kindOf({ instrument, path, before, after }: Part): CauseKind {
  const [top] = path;
  if (instrument === undefined && typeof top === 'string') return SECTIONS[top] ?? 'amendment';
  const keys = path.filter((step) => typeof step === 'string');
  if (keys.some((key) => DAYS.has(key))) return 'date';
  const isStated = (word: string): boolean =>
    keys.includes(word) || [before, after].some((value) => isMap(value) && word in value);
  if (path.length > 2 && isStated('assume')) return 'assumption';
  return path.length > 2 && isStated('reading') ? 'reading' : 'amendment';
}

/** What the sections of `pack.yaml` hold. */
const SECTIONS: Readonly<Record<string, CauseKind>> = {
  parties: 'fact',
  groups: 'fact',
  acts: 'fact',
  facts: 'fact',
  terms: 'fact',
  happenings: 'fact',
  measures: 'fact',
  readings: 'reading',
  calendars: 'date',
};

const DAYS: ReadonlySet<string> = new Set(['effective', 'from', 'until']);
