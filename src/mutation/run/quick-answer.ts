import { parametersOf } from '../../evaluation/answer/parameters.ts';
import type { Governing } from '../../evaluation/decision.ts';
import type { EvaluationOptions } from '../../evaluation/evaluate-request.ts';
import { exactAnswers, type ExactAnswers } from '../../evaluation/exact/exact-answers.ts';
import type { Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import { settlementAsStated, withOpened, type Settlement } from '../../pack/settlement.ts';
import type { ComparedAct, ComparedAnswer } from '../../regression/compare-answer.ts';
import { outcomeOf } from '../../vocabulary/outcome.ts';

/** What is asked of a pack: a checked request, and what its assumed values are taken for. */
export interface Asked extends EvaluationOptions {
  readonly request: Request;
}

/** Gives the answer for one provider; without each act for itself what governs is not found. */
export type QuickAnswer = (provider: string, detail?: 'each act' | 'together') => ComparedAnswer | undefined;

/**
 * Gives answers as the decision diagram of the request finds them, as far as a scenario can speak of them and without the
 * record of why. `undefined` where the diagram alone does not give the answer.
 */
export function quickAnswer(pack: Pack, asked: Asked): QuickAnswer {
  const { request } = asked;
  // A deal that can be made smaller is answered by both engines together.
  if (request.divisible !== undefined) return () => undefined;
  const settlement = settlementOf(pack, asked);
  const exact = exactAnswers(pack, request);
  return (provider, detail = 'each act') => {
    const acts = detail === 'together' ? [] : actsOf(provider, request.acts, settlement, exact);
    const together = exact.possible(provider, request.acts, settlement);
    if (together === undefined || acts === undefined) return undefined;
    const { possible, turnsOn } = together;
    const governing = acts.flatMap((act) =>
      act.governing.filter(({ outcome }) => possible.includes(outcome)),
    );
    return {
      provider,
      outcome: outcomeOf(possible),
      possible,
      turnsOn: turnsOn.map((id) => ({ id })),
      governing,
      acts,
    };
  };
}

function settlementOf(pack: Pack, { request, assumptions = 'as-stated' }: Asked): Settlement {
  const stated = settlementAsStated(pack, request);
  if (assumptions === 'as-stated') return stated;
  return withOpened(stated, [...pack.readings.map(({ id }) => id), ...parametersOf(pack).keys()]);
}

interface QuickAct extends ComparedAct {
  readonly act: string;
  readonly governing: readonly Governing[];
}

function actsOf(
  provider: string,
  acts: readonly string[],
  settlement: Settlement,
  exact: ExactAnswers,
): readonly QuickAct[] | undefined {
  const found = acts.map((act): QuickAct | undefined => {
    const own = exact.possible(provider, [act], settlement);
    const governing = own && exact.governing(provider, act, settlement, own.possible);
    if (own === undefined || governing === undefined) return undefined;
    const { possible, turnsOn } = own;
    return { act, outcome: outcomeOf(possible), possible, turnsOn: turnsOn.map((id) => ({ id })), governing };
  });
  return found.every((each) => each !== undefined) ? found : undefined;
}
