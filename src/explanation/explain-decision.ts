import type { ActAnswer, Answer, Decision, Reduction, RequestSummary } from '../evaluation/decision.ts';
import { sectionsFor } from './explain-act.ts';
import type { Entry, ExplainedAnswer, Explanation } from './explanation.ts';
import { gradeLegend } from './source-words.ts';
import { questionOf, sentenceFor, verdictOf } from './outcome-sentences.ts';

/** Puts a decision in words: outcome first, then reasons, then what was set aside. */
export function explainDecision(decision: Decision): Explanation {
  const { pack, request } = decision;
  return {
    question: questionOf(decision),
    request: requestEntries(request),
    answers: decision.answers.map((answer) => explainAnswer(answer, decision)),
    grades: gradeLegend(decision.answers.flatMap((answer) => answer.acts)),
    footer: [
      `Rules: ${pack.title} (${pack.id} ${shortened(pack.digest)}). Request ${shortened(request.digest)}.`,
      ...(request.knownOn === undefined ? [] : [`As recorded and announced by ${request.knownOn}.`]),
      pack.disclaimer,
    ],
  };
}

function explainAnswer(answer: Answer, decision: Decision): ExplainedAnswer {
  const assumed = new Set(answer.acts.flatMap((act) => act.assumptions.map((assumption) => assumption.id)));
  return {
    provider: answer.name,
    outcome: answer.outcome,
    verdict: verdictOf(answer, assumed.size, answer.reduction),
    acts: answer.acts.map((act) => ({
      title: act.title,
      outcome: act.outcome,
      verdict: verdictOf(act, act.assumptions.length, reductionIn(act)),
      sentence: sentenceFor(act, answer, decision),
      sections: sectionsFor(act),
    })),
  };
}

function reductionIn({ steps }: ActAnswer): Reduction | undefined {
  return steps.find(({ kind }) => kind === 'reduce')?.reduction;
}

function requestEntries({
  actor,
  date,
  acts,
  facts,
  divisible,
  readings,
  through,
  opportunity,
}: RequestSummary): readonly Entry[] {
  const entries: Entry[] = [
    { label: 'Party', value: actor.name },
    { label: 'Date', value: date },
    { label: 'Acts', value: acts.map((act) => act.name).join('; ') },
    {
      label: 'Facts',
      value: facts.map(({ fact, value }) => `${fact} = ${value}`).join('; ') || 'none stated',
    },
  ];
  if (readings.length > 0) {
    entries.push({
      label: 'Readings',
      value: readings.map(({ reading, option }) => `${reading} = ${option}`).join('; '),
    });
  }
  if (divisible !== undefined) entries.push({ label: 'Divisible', value: divisible.join('; ') });
  if (through !== undefined) entries.push({ label: 'Through', value: through.name });
  if (opportunity !== undefined) {
    const { id, counterparty, completeTo } = opportunity;
    entries.push({
      label: 'Opportunity',
      value: `${id} with ${counterparty.name}, record complete to ${completeTo}`,
    });
  }
  return entries;
}

/** The first twelve digits of a digest: enough to tell two apart by eye. */
function shortened(digest: string): string {
  return digest.slice(0, 12);
}
