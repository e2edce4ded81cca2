import { escapeUnprintable } from '../diagnostics/plain-text.ts';

/** Breaks a paragraph into lines of at most `width` columns; continuation lines are indented by `hanging`. */
export function wrapText(
  text: string,
  width: number,
  indent: string,
  hanging: string = indent,
): readonly string[] {
  const words = escapeUnprintable(text.replace(/\s+/gu, ' ').trim()).split(' ');
  const lines: string[] = [];
  let line = indent;
  let isEmpty = true;
  for (const word of words) {
    const gap = isEmpty ? '' : ' ';
    if (!isEmpty && columnsOf(line) + 1 + columnsOf(word) > width) {
      lines.push(line);
      line = hanging + word;
    } else {
      line += gap + word;
    }
    isEmpty = false;
  }
  lines.push(line);
  return lines;
}

/** Counts the columns of a text on a terminal: wide East Asian characters take two. */
function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += WIDE.test(character) ? 2 : 1;
  return columns;
}

const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u;
