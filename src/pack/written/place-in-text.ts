import type { Place } from '../../diagnostics/diagnostic.ts';

const LONGEST_LINE = 240;
const ROOM_BEFORE = 80;

/** Finds places in one text by offset. */
export interface Lines {
  readonly file: string;
  readonly text: string;
  /** Offsets at which the lines begin. */
  readonly starts: readonly number[];
}

export function linesOf(file: string, text: string): Lines {
  const starts = [0];
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) starts.push(end + 1);
  return { file, text, starts };
}

/** Gives the place of a stretch of the text; what runs on to further lines is cut at the end of the first. */
export function placeInText(lines: Lines, offset: number, end = offset + 1): Place {
  const line = lineAt(lines.starts, Math.min(offset, lines.text.length));
  const start = lines.starts[line] ?? 0;
  const whole = lines.text.slice(start, endOfLine(lines, line));
  const column = Math.min(offset - start, whole.length);
  const length = Math.max(1, Math.min(end - start, whole.length) - column);
  const from = whole.length > LONGEST_LINE ? Math.max(0, column - ROOM_BEFORE) : 0;
  return {
    file: lines.file,
    line: line + 1,
    column: column + 1,
    length,
    lineText: whole.slice(from, from + LONGEST_LINE),
    ...(from === 0 ? {} : { lineTextFrom: from + 1 }),
  };
}

/** The last line that begins at or before the offset, counted from 0. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function endOfLine(lines: Lines, line: number): number {
  const next = lines.starts[line + 1];
  const end = next === undefined ? lines.text.length : next - 1;
  return lines.text[end - 1] === '\r' ? end - 1 : end;
}
