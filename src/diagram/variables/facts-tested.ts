import type { Pack } from '../../pack/pack.ts';
import { scopesOf } from '../../pack/scopes.ts';
import { testsOf, type Test } from '../../vocabulary/criterion.ts';

/** Every test of a pack, by the fact that it looks at, and which facts are compared with each other. */
export interface FactsTested {
  readonly tests: ReadonlyMap<string, readonly Test[]>;
  /** For each fact that `same-as` ties to others: all of them, itself included. */
  readonly linked: ReadonlyMap<string, readonly string[]>;
  readonly dates: readonly Test[];
  /** Facts that tell tested measures apart. */
  readonly keys: ReadonlySet<string>;
  /** Facts by which a request counts in a tested measure, with those measures. */
  readonly sizes: ReadonlyMap<string, readonly string[]>;
}

const known = new WeakMap<Pack, FactsTested>();

/** Gathers what the scopes of a pack test. */
export function factsTestedIn(pack: Pack): FactsTested {
  const tested = known.get(pack) ?? gathered(pack);
  known.set(pack, tested);
  return tested;
}

function gathered(pack: Pack): FactsTested {
  const all = pack.clauses.flatMap(scopesOf).flatMap((scope) => testsOf(scope.criterion));
  const tests = new Map<string, Test[]>();
  const links = new Map<string, Set<string>>();
  for (const test of all) {
    if (test.subject.is !== 'fact') continue;
    const { id } = test.subject;
    tests.set(id, [...(tests.get(id) ?? []), test]);
    if (test.comparison.is === 'same-as') link(links, id, test.comparison.fact);
  }
  return {
    tests,
    linked: new Map([...links].map(([id, group]) => [id, [...group].toSorted()])),
    dates: all.filter(({ subject }) => subject.is === 'date'),
    ...measuresTested(pack, tests),
  };
}

function measuresTested(
  { facts }: Pack,
  tests: ReadonlyMap<string, unknown>,
): Pick<FactsTested, 'keys' | 'sizes'> {
  const keys = new Set<string>();
  const sizes = new Map<string, readonly string[]>();
  for (const { id, measure } of facts) {
    if (measure === undefined || !tests.has(id)) continue;
    for (const key of measure.by) keys.add(key);
    const { adds } = measure;
    if (typeof adds === 'string') sizes.set(adds, [...(sizes.get(adds) ?? []), id]);
  }
  return { keys, sizes };
}

/** Joins the groups of two facts in one, which all their members share. */
function link(links: Map<string, Set<string>>, one: string, other: string): void {
  const group = new Set([...(links.get(one) ?? [one]), ...(links.get(other) ?? [other])]);
  for (const id of group) links.set(id, group);
}
