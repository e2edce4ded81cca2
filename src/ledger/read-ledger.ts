import { diagnosticOf, inPlaceOrder, type Checked, type Diagnostic } from '../diagnostics/diagnostic.ts';
import type { DiagnosticCode } from '../diagnostics/catalogue.ts';
import { sha256 } from '../pack/forms/digest.ts';
import type { Lines } from '../pack/written/place-in-text.ts';
import { startReport } from '../pack/written/report.ts';
import { checkEntries } from './check-entries.ts';
import {
  hasTooManyLines,
  MOST_LINES,
  placeOfLine,
  shownLines,
  splitLines,
  spotOfLine,
  type LedgerLine,
} from './ledger-lines.ts';
import { LEDGER_FORMAT, type Ledger } from './ledger.ts';
import { readEntry, readHeader } from './read-entry.ts';
import { unsealed } from './sealed-line.ts';

/**
 * Reads a ledger and believes nothing that is not whole: a last line without its end, a line that is not as it was
 * written, and lines that do not follow one another are named, each at its place.
 */
export function readLedger(bytes: Uint8Array, file: string): Checked<Ledger> {
  if (hasTooManyLines(bytes)) {
    const message = `there are more than ${String(MOST_LINES)} lines`;
    return failed([diagnosticOf('file/too-large', message, { path: file })]);
  }
  const lines = splitLines(bytes);
  const shown = shownLines(file, bytes);
  if (!mayBeLedger(lines[0]?.text)) {
    const message = lines.length === 0 ? 'the file is empty' : 'this is no ledger';
    return failed([mistake('ledger/not-a-ledger', message, shown, 0)]);
  }
  const opened = lines.map((line) =>
    line.isWhole && line.text !== undefined ? unsealed(line.text) : undefined,
  );
  const hashes = lines.map(({ text = '' }) => sha256(text));
  const damage = lines.flatMap((line) => damageOf(line, opened, hashes, shown) ?? []);
  if (damage.length > 0) return failed(damage);
  return resolved(
    opened.map((data, index) => spotOfLine(shown, index, data)),
    hashes,
    file,
  );
}

const BEGINNING = '{"format":"compute-rights/ledger/';

/** False for a file whose first line is not even the beginning of a header. */
function mayBeLedger(first: string | undefined): boolean {
  if (first === undefined || first === '') return false;
  return first.startsWith(BEGINNING) || BEGINNING.startsWith(first);
}

type LineData = Readonly<Record<string, unknown>> | undefined;

/** What is wrong with a line as such. One that follows a damaged line is not blamed for that. */
function damageOf(
  { index, isWhole }: LedgerLine,
  opened: readonly LineData[],
  hashes: readonly string[],
  shown: Lines,
): Diagnostic | undefined {
  if (!isWhole) return mistake('ledger/torn-line', 'the last line was not written to its end', shown, index);
  const data = opened[index];
  if (data === undefined) {
    return mistake('ledger/changed-line', `${nameOf(index)} is not as it was written`, shown, index);
  }
  const before = opened[index - 1];
  if (before === undefined) return undefined;
  const last = before['entry'] ?? 0;
  // The line before is blamed itself where its number is none.
  const isNext = typeof last !== 'number' || data['entry'] === last + 1;
  if (data['previous'] === hashes[index - 1] && isNext) return undefined;
  const message = `what stands on line ${String(index + 1)} was not written after the line before it`;
  return mistake('ledger/broken-chain', message, shown, index);
}

function nameOf(index: number): string {
  return index === 0 ? 'the header' : `entry ${String(index)}`;
}

type Spots = readonly ReturnType<typeof spotOfLine>[];

function resolved([first, ...rest]: Spots, hashes: readonly string[], file: string): Checked<Ledger> {
  const { report, diagnostics } = startReport();
  const pack = first && readHeader(first, LEDGER_FORMAT, report);
  const entries = pack === undefined ? [] : rest.flatMap((spot) => readEntry(spot, report) ?? []);
  if (diagnostics.length === 0) checkEntries(entries, report);
  if (pack === undefined || diagnostics.length > 0) return failed(diagnostics);
  return { ok: true, value: { file, pack, entries, hashes }, warnings: [] };
}

function mistake(code: DiagnosticCode, message: string, shown: Lines, index: number): Diagnostic {
  return diagnosticOf(code, message, { place: placeOfLine(shown, index) });
}

function failed(diagnostics: readonly Diagnostic[]): Checked<never> {
  return { ok: false, diagnostics: inPlaceOrder(diagnostics) };
}
