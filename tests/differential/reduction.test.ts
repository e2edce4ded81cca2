import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { evaluateRequest } from '../../src/evaluation/evaluate-request.ts';
import { loaded, pairsAbout, type LoadedPair, type Pair } from '../support/generate-pairs.ts';
import { TooManyCompletions } from '../support/naive-completion.ts';
import { evaluateNaively } from '../support/naive-evaluator.ts';
import { runs, SEED } from '../support/seed.ts';

describe('a reduction', () => {
  test(
    'that is certain serves at its bounds and not just beyond them, as the naive evaluator sees it',
    { timeout: 120_000 },
    async () => {
      let judged = 0;
      const check = async (pair: Pair): Promise<void> => {
        const { pack, request, assumptions } = loaded(pair);
        const { answers } = await evaluateRequest(pack, request, { assumptions });
        for (const { provider, reduction } of answers) {
          if (reduction?.certain !== true) continue;
          if (isTooMuchToJudge({ pack, request, assumptions }, provider)) continue;
          const serves = (amount: number): boolean =>
            servedAt(amount, { pack, request, assumptions }, provider, reduction.fact);
          const { lessThan, atMost } = reduction;
          const bound = atMost ?? lessThan ?? 0;
          const inside = atMost ?? bound - A_LITTLE;
          const beyond = atMost === undefined ? bound : bound + A_LITTLE;
          expect({ to: reduction.to, inside: serves(inside) }).toEqual({ to: reduction.to, inside: true });
          if (!isCertain({ pack, request, assumptions }, provider)) continue;
          expect({ to: reduction.to, beyond: serves(beyond) }).toEqual({ to: reduction.to, beyond: false });
          judged += 1;
        }
      };

      await fc.assert(fc.asyncProperty(pairsAbout('quantities'), check), { seed: SEED, numRuns: runs(500) });

      expect(judged).toBeGreaterThan(5);
    },
  );
});

function isTooMuchToJudge(pair: LoadedPair, provider: string): boolean {
  try {
    isCertain(pair, provider);
    return false;
  } catch (error) {
    if (error instanceof TooManyCompletions) return true;
    throw error;
  }
}

/** With something unknown the product may be wider than exact, and show less room than there is. */
function isCertain({ pack, request, assumptions }: LoadedPair, provider: string): boolean {
  const alone = { ...request, providers: [provider] };
  return evaluateNaively(pack, alone, { assumptions }).every(({ completions }) => completions.length === 1);
}

/** Less than the bounds of generated scopes lie apart. */
const A_LITTLE = 0.01;

/** True where a deal of that amount is served in every completion, if only after steps. */
function servedAt(
  amount: number,
  { pack, request, assumptions }: LoadedPair,
  provider: string,
  fact: string,
): boolean {
  const { divisible: _, ...whole } = request;
  const smaller = { ...whole, providers: [provider], facts: { ...request.facts, [fact]: amount } };
  const budget = { completions: 20_000, work: 1_000_000 };
  return evaluateNaively(pack, smaller, { assumptions, budget }).every(({ possible }) =>
    [...possible].every((outcome) => outcome === 'permitted' || outcome === 'conditional'),
  );
}
