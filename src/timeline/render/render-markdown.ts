import { capitalised, joined } from '../../explanation/counting.ts';
import { asMarkdown, markdownTable } from '../../explanation/markdown-text.ts';
import { OUTCOME_WORDS } from '../../explanation/outcome-sentences.ts';
import type { Outcome } from '../../vocabulary/outcome.ts';
import type { Timeline } from '../timeline.ts';
import {
  alikeIn,
  answerWords,
  earliestWords,
  eventsOf,
  footerOf,
  questionOf,
  rangeWords,
  restsOnWords,
  type Alike,
} from './timeline-words.ts';

/** Writes a timeline as Markdown: a Gantt chart for days, and a table for each group of candidates with the same answers. */
export function renderMarkdown(timeline: Timeline): string {
  const { earliest, varied } = timeline;
  const blocks = [
    `# ${asMarkdown(questionOf(timeline))}`,
    ...(earliest === undefined ? [] : [asMarkdown(earliestWords(earliest, timeline))]),
    ...(varied.is === 'date' ? [ganttOf(timeline)] : []),
    ...alikeIn(timeline).flatMap((alike) => tableOf(alike, timeline)),
    '## Notes',
    footerOf(timeline)
      .map((note) => `- ${asMarkdown(note)}`)
      .join('\n'),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** How a chart marks an outcome; its words stand in the bar besides. */
const MARKS: Readonly<Record<Outcome, string>> = {
  prohibited: 'crit, ',
  conflicted: 'crit, ',
  'first-refusal': 'active, ',
  conditional: 'active, ',
  permitted: 'done, ',
  undetermined: '',
};

/** Mermaid's own chart. Bars end where the next day begins. */
function ganttOf(timeline: Timeline): string {
  const sections = alikeIn(timeline).flatMap(({ names, pieces }) => [
    `  section ${asLabel(joined(names, 'and'))}`,
    ...pieces.map(({ outcome, from, to }) => {
      return `  ${OUTCOME_WORDS[outcome]} :${MARKS[outcome]}${String(from)}, ${String(to)}`;
    }),
  ]);
  const head = ['gantt', '  dateFormat YYYY-MM-DD', '  axisFormat %Y-%m', '  inclusiveEndDates'];
  return ['```mermaid', ...head, ...sections, '```'].join('\n');
}

/** Signs that end or open something in a chart are left out of its labels; the tables have the names whole. */
function asLabel(text: string): string {
  return text.replace(/[^\p{L}\p{N} .,()'’&/-]+/gu, ' ').trim();
}

function tableOf({ names, pieces }: Alike, { varied }: Timeline): readonly string[] {
  const rows = pieces.map((piece) => {
    const events = eventsOf(piece).map(({ event, source }) => `${event} (${source})`);
    return [
      rangeWords(piece, varied),
      answerWords(piece),
      [...events, ...restsOnWords(piece)].map(capitalised).join('. '),
    ];
  });
  const head = [varied.is === 'date' ? 'Days' : (varied.fact ?? ''), 'Answer', 'Because'];
  return [`## ${asMarkdown(joined(names, 'and'))}`, markdownTable(head, rows)];
}
