import type { SettledOutcome } from '../../src/vocabulary/outcome.ts';
import type { Pack } from '../../src/pack/pack.ts';
import type { Request } from '../../src/pack/request.ts';
import { everyCompletion, type Budget, type Completion } from './naive-completion.ts';
import { assertJudged } from './naive-limits.ts';
import { outcomeFor, worstOf } from './naive-outcome.ts';
import { positionsOf } from './naive-positions.ts';
import { whereDivisible } from './naive-quantities.ts';
import type { AssumptionMode } from './naive-world.ts';

export interface NaiveOptions {
  readonly assumptions: AssumptionMode;
  readonly budget?: Budget;
}

/** The outcomes over all completions, and the completions themselves. */
export interface NaiveAnswer {
  readonly possible: ReadonlySet<SettledOutcome>;
  readonly completions: readonly Completion<SettledOutcome>[];
}

export interface NaiveProviderAnswer extends NaiveAnswer {
  readonly provider: string;
  readonly acts: ReadonlyMap<string, NaiveAnswer>;
}

const AFFORDABLE: Budget = { completions: 10_000, work: 100_000 };

/** Answers a request by trying every completion of what is unknown: slow, and meant to be read beside DESIGN section 3. */
export function evaluateNaively(pack: Pack, request: Request, options: NaiveOptions): NaiveProviderAnswer[] {
  assertJudged(pack, request);
  return request.providers.map((provider) => {
    const answer = (acts: readonly string[]): NaiveAnswer =>
      answerFor(pack, request, provider, acts, options);
    const acts = new Map(request.acts.map((act) => [act, answer([act])]));
    const [only] = acts.values();
    const overall = only !== undefined && acts.size === 1 ? only : answer(request.acts);
    return { provider, acts, ...overall };
  });
}

function answerFor(
  pack: Pack,
  request: Request,
  provider: string,
  acts: readonly string[],
  { assumptions, budget = AFFORDABLE }: NaiveOptions,
): NaiveAnswer {
  const completions = everyCompletion((chooser) => {
    const world = { pack, request, provider, assumptions, ...chooser };
    return whereDivisible(world, (size) => {
      const positions = positionsOf(size, acts);
      return worstOf(acts.map((act) => outcomeFor(size, act, positions)));
    });
  }, budget);
  return { possible: new Set(completions.map(({ result }) => result)), completions };
}
