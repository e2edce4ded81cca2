import type { Place } from '../diagnostics/diagnostic.ts';
import { linesOf, placeInText, type Lines } from '../pack/written/place-in-text.ts';
import type { Path, Spot } from '../pack/written/written.ts';

/** A line of a ledger's file as it stands there. */
export interface LedgerLine {
  /** Without its line break; `undefined` where it is not UTF-8. */
  readonly text: string | undefined;
  /** Counts from 0; the header's is 0, so that an entry's is its number. */
  readonly index: number;
  /** False for what stands after the last line break: it was not written to its end. */
  readonly isWhole: boolean;
}

const LINE_BREAK = 0x0a;

/** Gives the number of bytes up to the last line break: what was written to its end. */
export function wholeLength(bytes: Uint8Array): number {
  return bytes.lastIndexOf(LINE_BREAK) + 1;
}

/** Lines of a ledger that is read. An entry has some three hundred bytes, so a file within bounds hardly has as many. */
export const MOST_LINES = 250_000;

/** True for a ledger of so many lines that it is not read. */
export function hasTooManyLines(bytes: Uint8Array): boolean {
  let lines = 0;
  for (let at = bytes.indexOf(LINE_BREAK); at !== -1; at = bytes.indexOf(LINE_BREAK, at + 1)) {
    if (++lines > MOST_LINES) return true;
  }
  return false;
}

/** Splits a ledger's bytes into its lines. */
export function splitLines(bytes: Uint8Array): readonly LedgerLine[] {
  const lines: LedgerLine[] = [];
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(LINE_BREAK, start);
    const text = decoded(bytes.subarray(start, end === -1 ? bytes.length : end));
    lines.push({ text, index: lines.length, isWhole: end !== -1 });
    start = end === -1 ? bytes.length : end + 1;
  }
  return lines;
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The text of a ledger's file in which places are shown, bytes that are no UTF-8 replaced. */
export function shownLines(file: string, bytes: Uint8Array): Lines {
  return linesOf(file, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
}

/** The place of a whole line. */
export function placeOfLine(lines: Lines, index: number): Place {
  const start = lines.starts[index] ?? lines.text.length;
  return placeInText(lines, start, lines.starts[index + 1] ?? lines.text.length);
}

/** A line's data, each part of which stands where its outermost key does. */
export function spotOfLine(lines: Lines, index: number, data: unknown): Spot {
  const place = placeOfLine(lines, index);
  const start = lines.starts[index] ?? 0;
  const placeOf = ([key]: Path): { readonly place: Place } => {
    if (key === undefined) return { place };
    const name = `${JSON.stringify(key)}:`;
    const offset = lines.text.slice(start, lines.starts[index + 1]).indexOf(name);
    if (offset === -1) return { place };
    return { place: placeInText(lines, start + offset, start + offset + name.length - 1) };
  };
  return { written: { data, placeOf, sourceOf: () => undefined }, path: [], value: data };
}
