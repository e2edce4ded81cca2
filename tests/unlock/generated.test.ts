import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openSearch } from '../../src/unlock/search/search-all-days.ts';
import { verified } from '../../src/unlock/verified.ts';
import type { Emphasis } from '../support/generate-clauses.ts';
import { loaded, pairsAbout } from '../support/generate-pairs.ts';
import { TooManyCompletions } from '../support/naive-completion.ts';
import { evaluateNaively } from '../support/naive-evaluator.ts';
import { runs, SEED } from '../support/seed.ts';

describe('what would let a candidate serve', () => {
  test.each<Emphasis>(['scopes', 'procedures', 'precedence', 'quantities', 'measures', 'anything'])(
    'does let it serve, as the naive evaluator sees it: %s',
    { timeout: 600_000 },
    async (emphasis) => {
      let judged = 0, unsure = 0;
      await fc.assert(
        fc.asyncProperty(pairsAbout(emphasis), async (pair) => {
          const { pack, request } = loaded(pair);
          const search = openSearch(pack, request, 2);
          for (const candidate of request.providers.slice(0, 2)) {
            const { sets } = search(candidate);
            for (const set of sets.slice(0, 4)) {
              const found = await verified(pack, request, candidate, set);
              if (found === undefined) { unsure += 1; continue; }
              try {
                const [answer] = evaluateNaively(found.changed.pack, found.changed.request, { assumptions: 'as-stated' });
                expect([...(answer?.possible ?? [])]).toEqual(['permitted']);
                judged += 1;
              } catch (error) {
                if (!(error instanceof TooManyCompletions)) throw error;
              }
            }
          }
        }),
        { seed: SEED, numRuns: runs(60) },
      );
      console.log(emphasis, judged, unsure);
    },
  );
});
