import type { Decision, Unknown } from '../../evaluation/decision.ts';
import { counted } from '../../explanation/counting.ts';
import { explainDecision } from '../../explanation/explain-decision.ts';
import { renderText } from '../../explanation/render-text.ts';
import { wrapText } from '../../explanation/wrap-text.ts';
import type { Surroundings } from '../surroundings.ts';
import { textLayout } from '../text-layout.ts';

/** What a prompt puts before each line. */
const GUIDE = '│  '.length;

/** How far the answer has come: each candidate's, on a line of its own. */
export function standingOf(decision: Decision, surroundings: Surroundings): string {
  const { answers } = explainDecision(decision);
  const lines = answers.map(({ provider, verdict }, place) => {
    const left = decision.answers[place]?.turnsOn.length ?? 0;
    return left === 0
      ? `${provider}: ${verdict}`
      : `${provider}: ${verdict}; turns on ${counted(left, 'unknown')}`;
  });
  return lines.flatMap((line) => wrapped(line, '', surroundings)).join('\n');
}

/** The answer, and what nobody but the contract or the record can say. */
export function answerInWords(
  decision: Decision,
  beyond: readonly Unknown[],
  surroundings: Surroundings,
): string {
  const width = textLayout(surroundings).width - GUIDE;
  const answer = renderText(decision, { explain: 'brief', width, color: false }).trimEnd();
  if (beyond.length === 0) return answer;
  const rest = beyond.flatMap(({ id, question }) => wrapped(`- ${id}: ${question}`, '  ', surroundings));
  return `${answer}\n\n${NOT_ASKED}\n${rest.join('\n')}`;
}

const NOT_ASKED = 'Not asked, since only the contract or the record can say it';

function wrapped(line: string, indent: string, surroundings: Surroundings): readonly string[] {
  return wrapText(line, textLayout(surroundings).width - GUIDE, indent, `${indent}  `);
}
