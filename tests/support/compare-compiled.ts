import type { ActAnswer, Decision } from '../../src/evaluation/decision.ts';
import { questionFrom, settledFor } from './ask-compiled.ts';
import { supportAgainst } from './compare-with-judge.ts';
import type { Compiled } from './engines.ts';
import { equal, sorted, type Case, type Disagreement } from './examined-case.ts';
import type { NaiveProviderAnswer } from './naive-evaluator.ts';

/** Holds what a compiled pack answers against `evaluate` and the judge. */
export function ofTheCompiledPack(
  asked: Case,
  { answers }: Decision,
  naive: readonly NaiveProviderAnswer[] | undefined,
): readonly Disagreement[] {
  const { examinee, request, tally } = asked;
  return answers.flatMap(({ provider, acts }) =>
    acts.flatMap((own): readonly Disagreement[] => {
      const where = `${provider}, ${own.act}`;
      const question = questionFrom(examinee.product, request, { provider, act: own.act });
      const explained = compiledFor(asked).explain(question);
      tally.compiled += 1;
      if ('invalid' in explained) {
        return [{ between: 'a compiled pack, with itself', where, said: { ...explained } }];
      }
      const compiled = sorted(explained.possible);
      const judge = naive?.find((each) => each.provider === provider)?.acts.get(own.act);
      const judged = judge === undefined ? compiled : sorted(judge.possible);
      const evaluated = own.bounded === true ? compiled : sorted(own.possible);
      if (!equal(compiled, judged) || !equal(compiled, evaluated)) {
        const said = { compiled, judged, evaluated };
        return [{ between: 'a compiled pack and the others', where, said }];
      }
      const turning = { between: 'what a compiled pack and the judge turn on', where };
      const named = namedAsTheJudge(asked, explained.turnsOn, own);
      return judge === undefined ? [] : supportAgainst(tally, { ...turning, named }, judge);
    }),
  );
}

/**
 * A compiled pack keeps what is assumed among the values of an assumption left open, and names what matters only there.
 * What `evaluate` does not name then is set aside, and counted.
 */
function namedAsTheJudge(
  { assumptions, tally }: Case,
  turnsOn: readonly string[],
  own: ActAnswer,
): readonly string[] {
  if (assumptions !== 'open' || own.bounded === true) return turnsOn;
  const named = turnsOn.filter((id) => own.turnsOn.some((unknown) => unknown.id === id));
  if (named.length < turnsOn.length) tally.compiledNamesMore += 1;
  return named;
}

function compiledFor({ examinee, request, assumptions }: Case): Compiled {
  const settled = settledFor(request, assumptions);
  const key = JSON.stringify(settled);
  const compiled = examinee.compiled.get(key) ?? examinee.engines.compile(examinee.product, settled);
  examinee.compiled.set(key, compiled);
  return compiled;
}
