import type { Decision } from '../../src/evaluation/decision.ts';
import type { LoadedPair } from './generate-pairs.ts';
import { TooManyCompletions } from './naive-completion.ts';
import { evaluateNaively, type NaiveAnswer } from './naive-evaluator.ts';
import { supportOf } from './naive-support.ts';

/** One answer of both evaluators: for one candidate, for one act or for all together. */
export interface Compared {
  readonly where: string;
  readonly product: { readonly possible: readonly string[]; readonly turnsOn: readonly string[] };
  readonly naive: {
    readonly possible: readonly string[];
    /** `undefined` where there were too many completions to compare one with another. */
    readonly turnsOn: readonly string[] | undefined;
    /** True where there is one completion and every day has its record: then there is nothing to be careful about. */
    readonly isCertain: boolean;
  };
}

/** Sets the answers side by side; `undefined` where the naive evaluator has too much to enumerate. */
export function compareAnswers(pair: LoadedPair, decision: Decision): readonly Compared[] | undefined {
  const naive = unlessTooMany(() =>
    evaluateNaively(pair.pack, pair.request, { assumptions: pair.assumptions }),
  );
  if (naive === undefined) return undefined;
  const { opportunity, date } = pair.request;
  const isRecorded = opportunity === undefined || opportunity.completeTo >= date;
  return naive.flatMap((answer) => {
    const product = decision.answers.find(({ provider }) => provider === answer.provider);
    const acts = [...answer.acts].map(([act, own]) =>
      compared(
        `${answer.provider}, ${act}`,
        product?.acts.find((one) => one.act === act),
        own,
        isRecorded,
      ),
    );
    return [compared(`${answer.provider}, overall`, product, answer, isRecorded), ...acts];
  });
}

type ProductAnswer = Pick<Decision['answers'][number], 'possible' | 'turnsOn'>;

function compared(
  where: string,
  product: ProductAnswer | undefined,
  naive: NaiveAnswer,
  isRecorded: boolean,
): Compared {
  const support = unlessTooMany(() => supportOf(naive.completions));
  return {
    where,
    product: {
      possible: [...(product?.possible ?? [])].sort(),
      turnsOn: (product?.turnsOn ?? []).map(({ id }) => id).sort(),
    },
    naive: {
      possible: [...naive.possible].sort(),
      turnsOn: support === undefined ? undefined : [...support].sort(),
      isCertain: isRecorded && naive.completions.length === 1,
    },
  };
}

function unlessTooMany<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof TooManyCompletions) return undefined;
    throw error;
  }
}
