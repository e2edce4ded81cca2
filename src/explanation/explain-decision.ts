import type { Answer, Decision } from '../evaluation/decision.ts';
import { sectionsFor } from './explain-act.ts';
import type { ExplainedAnswer, Explanation } from './explanation.ts';
import { gradeLegend } from './source-words.ts';
import { questionOf, sentenceFor, verdictOf } from './outcome-sentences.ts';

/** Puts a decision in words: outcome first, then reasons, then what was set aside. */
export function explainDecision(decision: Decision): Explanation {
  const { pack, request } = decision;
  return {
    question: questionOf(decision),
    answers: decision.answers.map((answer) => explainAnswer(answer, decision)),
    grades: gradeLegend(decision.answers.flatMap((answer) => answer.acts)),
    footer: [
      `Rules: ${pack.title} (${pack.id} ${shortened(pack.digest)}). Request ${shortened(request.digest)}.`,
      pack.disclaimer,
    ],
  };
}

function explainAnswer(answer: Answer, decision: Decision): ExplainedAnswer {
  const assumed = new Set(answer.acts.flatMap((act) => act.assumptions.map((assumption) => assumption.id)));
  return {
    provider: answer.provider.name,
    outcome: answer.outcome,
    verdict: verdictOf(answer.outcome, answer.possible, assumed.size),
    acts: answer.acts.map((act) => ({
      title: act.act.name,
      outcome: act.outcome,
      verdict: verdictOf(act.outcome, act.possible, act.assumptions.length),
      sentence: sentenceFor(act, answer, decision),
      sections: sectionsFor(act),
    })),
  };
}

/** The first twelve digits of a digest: enough to tell two apart by eye. */
function shortened(digest: string): string {
  return digest.slice(0, 12);
}
