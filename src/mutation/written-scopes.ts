import { child, entriesOf, isMap, itemsOf, textIn, type Spot } from '../pack/written/written.ts';
import type { WrittenClause, WrittenPack } from './written-pack.ts';

/** A scope as it is written, and whose it is. */
export interface WrittenScope {
  /** The clause or defined term. */
  readonly of: string;
  /** The part of it, for ids: `when`, or the id of a carve-out. */
  readonly part: string;
  /** Whose scope it is, in words. */
  readonly owner: string;
  readonly spot: Spot;
}

/** One test of a scope: what is said of one fact, reading, candidate or day. */
export interface WrittenTest extends WrittenScope {
  readonly subject: string;
}

/** Gives every test of every scope of a pack, in writing order. */
export function writtenTests(written: WrittenPack): readonly WrittenTest[] {
  return [...termScopes(written), ...written.clauses.flatMap(scopesOfClause)].flatMap(testsIn);
}

function termScopes({ words }: WrittenPack): readonly WrittenScope[] {
  return entriesOf(child(words, 'terms')).map(([id, term]) => {
    return { of: id, part: 'when', owner: `the term "${id}"`, spot: child(term, 'when') };
  });
}

function scopesOfClause({ id, title, spot }: WrittenClause): readonly WrittenScope[] {
  const owner = `"${title}"`;
  const named = (part: string, own: Spot): WrittenScope => ({ of: id, part, owner, spot: own });
  const until = child(spot, 'until');
  const isDone = child(spot, 'step').value !== undefined && child(until, 'consent-of').value === undefined;
  return [
    named('when', child(spot, 'when')),
    ...(isDone ? [named('until', until)] : []),
    ...carveOutScopes(spot, id, owner),
    ...['ceases', 'suspended'].flatMap((key) =>
      itemsOf(child(spot, key)).map((each) => named(textIn(child(each, 'id')), child(each, 'when'))),
    ),
  ];
}

function carveOutScopes(spot: Spot, of: string, owner: string): readonly WrittenScope[] {
  return itemsOf(child(spot, 'except')).flatMap((carveOut) => {
    const part = textIn(child(carveOut, 'id'));
    const own = `the carve-out "${titleIn(carveOut)}" of ${owner}`;
    return [{ of, part, owner: own, spot: child(carveOut, 'when') }, ...carveOutScopes(carveOut, of, own)];
  });
}

/** The title of a part, or its id where it has none. */
export function titleIn(part: Spot): string {
  return textIn(child(part, 'title')) || textIn(child(part, 'id'));
}

function testsIn(scope: WrittenScope): readonly WrittenTest[] {
  return entriesOf(scope.spot).flatMap(([key, spot]): readonly WrittenTest[] => {
    if (key === 'defined') return [];
    if (key === 'not') return testsIn({ ...scope, spot });
    if (key === 'all' || key === 'any')
      return itemsOf(spot).flatMap((each) => testsIn({ ...scope, spot: each }));
    return [{ ...scope, subject: key, spot }];
  });
}

/** Gives what a test lists, one value or several, with `not` taken off; nothing where it compares. */
export function listedIn({ spot }: WrittenTest): Spot | undefined {
  if (!isMap(spot.value)) return spot;
  const negated = child(spot, 'not');
  return negated.value === undefined || isMap(negated.value) ? undefined : negated;
}
