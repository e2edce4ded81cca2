import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Pack } from '../../src/pack/pack.ts';
import type { Request } from '../../src/pack/request.ts';
import { openSearch } from '../../src/unlock/search/search-all-days.ts';
import type { FoundSet } from '../../src/unlock/search/found-set.ts';
import { changedBy, verified } from '../../src/unlock/verified.ts';
import type { Emphasis } from '../support/generate-clauses.ts';
import { loaded, pairsAbout } from '../support/generate-pairs.ts';
import { TooManyCompletions } from '../support/naive-completion.ts';
import { evaluateNaively } from '../support/naive-evaluator.ts';
import { runs, SEED } from '../support/seed.ts';
import { blindChanges, waiting, type BlindChange } from './blind-changes.ts';

/** What is drawn besides a pair: which changes are tried blindly together, and how long is waited. */
const blind = fc.record({
  first: fc.array(fc.nat(9_999), { minLength: 6, maxLength: 6 }),
  second: fc.array(fc.option(fc.nat(9_999), { nil: undefined }), { minLength: 6, maxLength: 6 }),
  days: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 16 })), { minLength: 6, maxLength: 6 }),
});

const EMPHASES = [
  ['scopes', 14],
  ['precedence', 12],
  ['procedures', 10],
] as const satisfies readonly (readonly [Emphasis, number])[];

describe('what would let a candidate serve', () => {
  test.each(EMPHASES)(
    'does, and no part of it, and nothing tried blindly is missing: %s',
    { timeout: 120_000 },
    async (emphasis, cases) => {
      const seen = { serving: 0, smaller: 0, blindly: 0 };
      await fc.assert(
        fc.asyncProperty(pairsAbout(emphasis), blind, fc.nat(9), async (pair, drawn, place) => {
          const { pack, request: whole } = loaded(pair);
          const { divisible: _, happened: _counted, ...request } = whole;
          const candidate = request.providers[place % request.providers.length] ?? '';
          const { sets, gaveUp } = openSearch(pack, request, 2)(candidate);
          for (const set of sets.slice(0, 3)) await judge(set, { pack, request, candidate }, seen);
          if (gaveUp.length === 0) tryBlindly(sets, drawn, { pack, request, candidate }, seen);
        }),
        { seed: SEED, numRuns: runs(cases) },
      );
      expect(seen.serving).toBeGreaterThan(3);
      expect(seen.smaller).toBeGreaterThan(2);
      expect(seen.blindly + seen.serving).toBeGreaterThan(5);
    },
  );
});

interface Case {
  readonly pack: Pack;
  readonly request: Request;
  readonly candidate: string;
}

type Seen = Record<'serving' | 'smaller' | 'blindly', number>;

/** A set serves, and without one of its changes it does not, for all that the naive evaluator can see. */
async function judge(set: FoundSet, { pack, request, candidate }: Case, seen: Seen): Promise<void> {
  const found = await verified(pack, request, candidate, set);
  if (found === undefined) return;
  if (isPermitted(found.changed.pack, found.changed.request) === false) throw new Error('does not serve');
  seen.serving += 1;
  const smaller = [
    ...set.options.map((left) => ({ ...set, options: set.options.filter((option) => option !== left) })),
    ...(set.waits ? [{ ...set, waits: false, day: request.date }] : []),
  ];
  for (const part of smaller) {
    const changed = changedBy(pack, request, candidate, part);
    if (isPermitted(changed.pack, changed.request) === true) throw new Error('a part of it serves too');
    seen.smaller += 1;
  }
}

/** What serves after changes tried blindly holds one of the sets. */
function tryBlindly(
  sets: readonly FoundSet[],
  { first, second, days }: { first: number[]; second: (number | undefined)[]; days: number[] },
  { pack, request, candidate }: Case,
  seen: Seen,
): void {
  const changes = blindChanges(pack, request);
  first.forEach((one, place) => {
    const [wait = 0, other] = [days[place], second[place]];
    const chosen = [one, ...(wait === 0 && other !== undefined ? [other] : [])];
    const tried = chosen.flatMap((each) => changes[each % Math.max(1, changes.length)] ?? []);
    const later = waiting({ ...request, providers: [candidate] }, request.date + wait);
    const made = inOrder(tried).reduce((so, { make }) => make(so, candidate), later);
    if (isPermitted(pack, made) !== true) return;
    if (sets.every(({ options, waits }) => options.length > 0 || waits)) seen.blindly += 1;
    const isFound = sets.some(
      ({ options, waits, day }) =>
        (!waits || (wait > 0 && day <= later.date)) &&
        options.every((option) => tried.some((change) => change.is(option, day))),
    );
    expect({ isFound, made: isFound ? undefined : made }).toEqual({ isFound: true, made: undefined });
  });
}

/** A notice comes before an answer to it. */
function inOrder(changes: readonly BlindChange[]): readonly BlindChange[] {
  return changes.toSorted((one, other) => Number(one.kind === 'decline') - Number(other.kind === 'decline'));
}

/** `undefined` where there is more to try than a test can afford. */
function isPermitted(pack: Pack, request: Request): boolean | undefined {
  try {
    const budget = { completions: 2_000, work: 20_000 };
    const [answer] = evaluateNaively(pack, request, { assumptions: 'as-stated', budget });
    return [...(answer?.possible ?? [])].join() === 'permitted';
  } catch (error) {
    if (error instanceof TooManyCompletions) return undefined;
    throw error;
  }
}
