import { requestAt, type Varied } from '../diagram/turns/request-at.ts';
import type { EvaluationOptions } from '../evaluation/evaluate-request.ts';
import { exactAnswers } from '../evaluation/exact/exact-answers.ts';
import type { Pack } from '../pack/pack.ts';
import type { Request } from '../pack/request.ts';
import { settlementAsStated, settlementFor } from '../pack/settlement.ts';
import type { SettledOutcome } from '../vocabulary/outcome.ts';

/** What a candidate's answer is for one value of what is varied. */
export interface AnswerAt {
  readonly possible: readonly SettledOutcome[];
  readonly isBounded: boolean;
}

/** What a request is asked about, and how. */
export interface Asked {
  readonly pack: Pack;
  readonly request: Request;
  readonly varied: Varied;
  readonly assumptions: NonNullable<EvaluationOptions['assumptions']>;
}

/** Gives for a value what the diagrams find for each candidate; `undefined` for one that is beyond their budget. */
export function answersAt(
  { pack, request, varied, assumptions }: Asked,
  value: number,
): readonly (AnswerAt | undefined)[] {
  const own = requestAt(request, varied, value);
  const exact = exactAnswers(pack, own);
  const settlement =
    assumptions === 'open' ? settlementFor(pack, { assumptions }) : settlementAsStated(pack, own);
  return own.providers.map((provider) => {
    const found = exact.possible(provider, own.acts, settlement);
    return found && { possible: found.possible, isBounded: found.isBounded };
  });
}

/** True where two answers come to the same. */
export function isSameAnswer(one: AnswerAt, other: AnswerAt): boolean {
  return one.isBounded === other.isBounded && one.possible.join() === other.possible.join();
}
