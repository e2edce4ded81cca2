import { escapeUnprintable } from '../diagnostics/plain-text.ts';

/** Makes a text stand for itself: no markup, no HTML, one line. */
export function asMarkdown(text: string): string {
  const line = escapeUnprintable(text.replace(/\s+/gu, ' ').trim());
  return line
    .replace(/[\\`*_[\]<>#|~&!]/gu, '\\$&')
    .replace(/^(\d+)([.)])/u, '$1\\$2')
    .replace(/^[-+]/u, '\\$&');
}

/** Writes a table of texts that stand for themselves. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(asMarkdown).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}
