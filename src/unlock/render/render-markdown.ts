import { capitalised } from '../../explanation/counting.ts';
import { asMarkdown } from '../../explanation/markdown-text.ts';
import type { Unlock } from '../unlocks.ts';
import { explainUnlock, type ExplainedWay } from '../words/explain-unlock.ts';

/** Writes what would let candidates serve as Markdown, to follow the memo of the decision. */
export function renderUnlocksMarkdown(unlocks: readonly Unlock[], asked: string): string {
  const blocks = unlocks.flatMap((unlock) => {
    const { heading, summary, groups } = explainUnlock(unlock, asked);
    return [
      `## ${asMarkdown(heading)}`,
      asMarkdown(summary),
      ...groups.flatMap((group) => [`**${group.heading}**`, group.ways.map(wayItem).join('\n')]),
    ];
  });
  return blocks.length === 0 ? '' : `\n${blocks.join('\n\n')}\n`;
}

function wayItem({ changes, follows }: ExplainedWay): string {
  const lead = capitalised(changes.join('; and '));
  return [`- ${asMarkdown(lead)}`, ...follows.map((line) => `  - ${asMarkdown(line)}`)].join('\n');
}
