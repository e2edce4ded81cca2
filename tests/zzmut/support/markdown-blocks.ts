/** A fenced block of a Markdown text. */
export interface Block {
  readonly info: string;
  readonly text: string;
  readonly firstLine: string;
}

const FENCED = /^```([^\n]*)\n(.*?)^```$/gmsu;

/** Gives the fenced blocks of a Markdown text in order; their text ends with a line break. */
export function blocksOf(markdown: string): readonly Block[] {
  return [...markdown.matchAll(FENCED)].map(([, info = '', text = '']) => ({
    info: info.trim(),
    text,
    firstLine: text.split('\n')[0] ?? '',
  }));
}

/** Gives a Markdown text without its fenced blocks. */
export function proseOf(markdown: string): string {
  return markdown.replaceAll(FENCED, '');
}
