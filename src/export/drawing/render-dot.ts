import { escapeUnprintable } from '../../diagnostics/plain-text.ts';
import { brokenLines } from './broken-lines.ts';
import { FILLS } from './fills.ts';
import type { Drawing, DrawnNode } from './drawing.ts';

/** Writes a drawing in the language of Graphviz. */
export function renderDot({ title, heading, notes, digest, nodes, edges }: Drawing): string {
  const lines = [
    'digraph {',
    `  // digest ${digest}`,
    `  label=${quoted([title, ...heading], HEADING_WIDTH)};`,
    '  labelloc=t;',
    '  node [fontname="Helvetica", shape=box, style=rounded];',
    '  edge [fontname="Helvetica", fontsize=11];',
    ...nodes.map((node) => `  ${quoted([node.id])} [${attributesOf(node)}];`),
    `  notes [shape=note, style="", fontsize=10, label=${quoted(notes, NOTES_WIDTH)}];`,
    ...edges.map(({ from, to, label }) => {
      return `  ${quoted([from])} -> ${quoted([to])} [label=${quoted([label], EDGE_WIDTH)}];`;
    }),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

const HEADING_WIDTH = 90;
const NOTES_WIDTH = 70;
const NODE_WIDTH = 32;
const EDGE_WIDTH = 28;

function attributesOf({ id, label, name, is }: DrawnNode): string {
  const words = quoted([label, ...(name === undefined ? [] : [`[${name}]`])], NODE_WIDTH);
  return is === 'question'
    ? `label=${words}`
    : `label=${words}, style=filled, fillcolor="${FILLS[id] ?? ''}"`;
}

/** Text in quotes; an ampersand would begin an entity, and a backslash an escape. */
function quoted(texts: readonly string[], width = Number.POSITIVE_INFINITY): string {
  const lines = texts.flatMap((text) => brokenLines(text, width)).map((line) => escaped(line));
  return `"${lines.join('\\n')}"`;
}

function escaped(line: string): string {
  return escapeUnprintable(line).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('&', '&amp;');
}
