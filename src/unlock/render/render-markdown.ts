import { capitalised } from '../../explanation/counting.ts';
import { escapeMarkdown } from '../../explanation/render-markdown.ts';
import type { Unlock } from '../unlocks.ts';
import { explainUnlock, type ExplainedWay } from '../words/explain-unlock.ts';

/** Writes what would let candidates serve as Markdown, to follow the memo of the decision. */
export function renderUnlocksMarkdown(unlocks: readonly Unlock[], asked: string): string {
  const blocks = unlocks.flatMap((unlock) => {
    const { heading, summary, groups } = explainUnlock(unlock, asked);
    return [
      `## ${escapeMarkdown(heading)}`,
      escapeMarkdown(summary),
      ...groups.flatMap((group) => [`**${group.heading}**`, group.ways.map(wayItem).join('\n')]),
    ];
  });
  return blocks.length === 0 ? '' : `\n${blocks.join('\n\n')}\n`;
}

function wayItem({ changes, follows }: ExplainedWay): string {
  const lead = capitalised(changes.join('; and '));
  return [`- ${escapeMarkdown(lead)}`, ...follows.map((line) => `  - ${escapeMarkdown(line)}`)].join('\n');
}
