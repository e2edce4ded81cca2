import { escapeUnprintable } from '../../diagnostics/plain-text.ts';
import { FILLS } from './fills.ts';
import type { Drawing, DrawnNode } from './drawing.ts';

/** Writes a drawing as a Mermaid flowchart. */
export function renderMermaid({ title, heading, notes, digest, nodes, edges }: Drawing): string {
  const outcomes = nodes.filter(({ is }) => is === 'outcome');
  const lines = [
    '---',
    `title: ${JSON.stringify(escapeUnprintable(title))}`,
    `config: { flowchart: { wrappingWidth: ${String(WRAPPED)} } }`,
    '---',
    'flowchart TD',
    `  %% digest ${digest}`,
    ...nodes.map((node) => `  ${shapeOf(node)}`),
    ...edges.map(({ from, to, label }) => `  ${from} -->|${quoted([label])}| ${to}`),
    `  about[${quoted([...heading, ...notes])}]`,
    `  about -.- ${nodes[0]?.id ?? ''}`,
    ...outcomes.map(({ id }) => `  style ${id} fill:${FILLS[id] ?? ''},color:#000`),
    '  style about fill:none,stroke-dasharray:3',
  ];
  return `${lines.join('\n')}\n`;
}

/** Mermaid breaks lines itself, at so many pixels. */
const WRAPPED = 320;

function shapeOf({ id, label, name, is }: DrawnNode): string {
  const words = quoted([label, ...(name === undefined ? [] : [`[${name}]`])]);
  return is === 'question' ? `${id}(${words})` : `${id}[${words}]`;
}

function quoted(texts: readonly string[]): string {
  return `"${texts.map((text) => escaped(text.replaceAll(/\s+/g, ' ').trim())).join('<br/>')}"`;
}

/** Whatever Mermaid could take for its own: quotes, markup, entities, Markdown, directives and styles. */
function escaped(line: string): string {
  return escapeUnprintable(line).replaceAll(
    /["#<>&`%]|:(?=\S)/g,
    (character) => `#${String(character.charCodeAt(0))};`,
  );
}
