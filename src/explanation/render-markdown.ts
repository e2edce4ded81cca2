import type { Decision } from '../evaluation/decision.ts';
import { capitalised } from './counting.ts';
import { explainDecision } from './explain-decision.ts';
import type { ExplainedAct, ExplainedAnswer, Item, Section } from './explanation.ts';
import { asMarkdown, markdownTable } from './markdown-text.ts';

/** How much of a decision the memo holds. */
export interface MarkdownOptions {
  /** `brief` leaves out sources and what was set aside. */
  readonly explain: 'brief' | 'full';
}

/**
 * Writes a decision as a memo to file: request, answer, reasons, sources, assumptions, digests. Ends with a line break.
 * What the pack says stands for itself: none of it is read as markup.
 *
 * ```ts
 * const request = { actor: 'buyer', date: '2025-03-31', acts: ['procure'], providers: ['rival'] };
 * const asked = await evaluate(pack, request);
 * const memo = asked.ok ? renderMarkdown(asked.decision, { explain: 'full' }) : '';
 * console.log(memo.split('\n')[0]);
 * // prints: # May Buyer procure with Rival as the provider on 2025-03-31?
 * ```
 */
export function renderMarkdown(decision: Decision, { explain }: MarkdownOptions): string {
  const { question, request, answers, grades, footer } = explainDecision(decision);
  const notes = explain === 'full' ? [...grades, ...footer] : footer;
  const blocks = [
    `# ${asMarkdown(question)}`,
    markdownTable(
      ['Provider', 'Answer'],
      answers.map(({ provider, verdict }) => [provider, verdict]),
    ),
    '## Request',
    markdownTable(
      ['Asked', ''],
      request.map(({ label, value }) => [label, value]),
    ),
    ...answers.flatMap((answer) => answerBlocks(answer, explain)),
    '## Notes',
    notes.map((note) => `- ${linked(note)}`).join('\n'),
    ...(explain === 'full' ? ['Reviewed by: ____________________  Date: ____________'] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function answerBlocks(answer: ExplainedAnswer, explain: MarkdownOptions['explain']): readonly string[] {
  return [
    `## ${asMarkdown(`${answer.provider}: ${answer.verdict}`)}`,
    ...answer.acts.flatMap((act) => [
      ...(answer.acts.length > 1 ? [`### ${asMarkdown(`${capitalised(act.title)}: ${act.verdict}`)}`] : []),
      ...actBlocks(act, explain),
    ]),
  ];
}

function actBlocks(act: ExplainedAct, explain: MarkdownOptions['explain']): readonly string[] {
  const sections = act.sections.filter((section) => explain === 'full' || section.brief);
  return [asMarkdown(act.sentence), ...sections.flatMap((section) => sectionBlocks(section, explain))];
}

function sectionBlocks({ heading, items }: Section, explain: MarkdownOptions['explain']): readonly string[] {
  return [`**${asMarkdown(heading)}**`, items.map((item) => listItem(item, explain)).join('\n')];
}

function listItem({ lead, details }: Item, explain: MarkdownOptions['explain']): string {
  const lines = explain === 'full' ? details.map((detail) => `  - ${linked(detail)}`) : [];
  return [`- ${linked(lead)}`, ...lines].join('\n');
}

/** Escapes a text and makes a web address that stands alone a link. */
function linked(text: string): string {
  return WEB_ADDRESS.test(text) ? `<${text}>` : asMarkdown(text);
}

const WEB_ADDRESS = /^https?:\/\/[^\s<>"]+$/u;
