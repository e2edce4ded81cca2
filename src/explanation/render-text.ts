import type { Decision } from '../evaluation/decision.ts';
import type { Outcome } from '../vocabulary/outcome.ts';
import { capitalised } from './counting.ts';
import { explainDecision } from './explain-decision.ts';
import type { ExplainedAct, ExplainedAnswer, Section } from './explanation.ts';
import { wrapText } from './wrap-text.ts';

/** How much to write, and for how wide and how colourful a terminal. */
export interface TextOptions {
  /** `brief` gives the answer, its reasons and next steps in a line each; `full` everything that was examined. */
  readonly explain: 'brief' | 'full';
  /** Columns a line may take. Only an unbroken word, such as an address, may be longer. */
  readonly width: number;
  /** Whether to mark headings and outcomes with terminal colours. */
  readonly color: boolean;
}

/**
 * Writes a decision as plain text for a terminal or a message. Ends with a line break. What would steer a terminal is
 * escaped, whatever the pack says.
 *
 * ```ts
 * const request = { actor: 'buyer', date: '2025-03-31', acts: ['procure'], providers: ['rival'] };
 * const asked = await evaluate(pack, request);
 * const text = asked.ok ? renderText(asked.decision, { explain: 'brief', width: 80, color: false }) : '';
 * console.log(text.split('\n')[0]);
 * // prints: Rival: prohibited
 * ```
 */
export function renderText(decision: Decision, options: TextOptions): string {
  const { question, request, answers, grades, footer } = explainDecision(decision);
  const asked = request.map(({ label, value }) => `${label}: ${value}.`).join(' ');
  const notes = options.explain === 'full' ? [`Asked. ${asked}`, ...grades, ...footer] : footer;
  const lines = [
    ...(answers.length > 1 ? summaryLines(question, answers, options) : []),
    ...answers.flatMap((answer, index) => [...(index === 0 ? [] : ['']), ...answerLines(answer, options)]),
    '',
    ...notes.flatMap((paragraph) => wrapText(paragraph, options.width, '')),
  ];
  return `${lines.join('\n')}\n`;
}

/** The question and each candidate's answer on a line, where there are several. */
function summaryLines(
  question: string,
  answers: readonly ExplainedAnswer[],
  options: TextOptions,
): readonly string[] {
  const verdicts = answers.flatMap(({ provider, verdict, outcome }) =>
    marked(wrapText(`${provider}: ${verdict}`, options.width, '  ', '      '), outcome, options),
  );
  return [...wrapText(question, options.width, ''), ...verdicts, ''];
}

function answerLines(answer: ExplainedAnswer, options: TextOptions): readonly string[] {
  const [only, ...others] = answer.acts;
  const head = marked(
    wrapText(`${answer.provider}: ${answer.verdict}`, options.width, ''),
    answer.outcome,
    options,
  );
  if (only !== undefined && others.length === 0) return [...head, ...actLines(only, options)];
  const acts = answer.acts.flatMap((act) => [
    '',
    ...marked(wrapText(`${capitalised(act.title)}: ${act.verdict}`, options.width, ''), act.outcome, options),
    ...actLines(act, options),
  ]);
  return [...head, ...acts];
}

function actLines(act: ExplainedAct, options: TextOptions): readonly string[] {
  const sections = act.sections.filter((section) => options.explain === 'full' || section.brief);
  return [
    ...wrapText(act.sentence, options.width, ''),
    ...sections.flatMap((section) => sectionLines(section, options)),
  ];
}

function sectionLines(section: Section, options: TextOptions): readonly string[] {
  const items = section.items.flatMap((item) => [
    ...wrapText(item.lead, options.width, '  - ', '    '),
    ...(options.explain === 'full'
      ? item.details.flatMap((line) => wrapText(line, options.width, '    ', '      '))
      : []),
  ]);
  const gap = options.explain === 'full' ? [''] : [];
  return [...gap, bold(section.heading, options), ...items];
}

const COLOURS: Readonly<Record<Outcome, number>> = {
  permitted: 32,
  conditional: 33,
  'first-refusal': 33,
  prohibited: 31,
  conflicted: 31,
  undetermined: 35,
};

function marked(lines: readonly string[], outcome: Outcome, { color }: TextOptions): readonly string[] {
  return color ? lines.map((line) => `\u001b[1;${String(COLOURS[outcome])}m${line}\u001b[0m`) : lines;
}

function bold(text: string, { color }: TextOptions): string {
  return color ? `\u001b[1m${text}\u001b[0m` : text;
}
