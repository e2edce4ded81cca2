import type { DiagnosticCode } from '../../diagnostics/catalogue.ts';
import {
  diagnosticOf,
  inPlaceOrder,
  type Checked,
  type Diagnostic,
  type Place,
} from '../../diagnostics/diagnostic.ts';
import { inBackticks } from '../../diagnostics/plain-text.ts';
import { readBytes } from '../../ledger/durable-file.ts';
import {
  hasTooManyLines,
  MOST_LINES,
  placeOfLine,
  shownLines,
  splitLines,
  spotOfLine,
  type LedgerLine,
} from '../../ledger/ledger-lines.ts';
import { unsealed } from '../../ledger/sealed-line.ts';
import { checkShape } from '../../pack/forms/check-shape.ts';
import { DECISION_LINE_SHAPE } from '../../pack/records/decision-shapes.ts';
import type { Lines } from '../../pack/written/place-in-text.ts';
import { startReport, type Report } from '../../pack/written/report.ts';
import { child, textIn, type Spot } from '../../pack/written/written.ts';
import { RECORD_FORMAT, type RecordedDecision, type UntracedDecision } from './recorded-decision.ts';

/** Reads a record of decisions from its file. */
export async function readRecordFile(path: string): Promise<Checked<readonly RecordedDecision[]>> {
  const bytes = await readBytes(path);
  if (!bytes.ok) return bytes;
  if (bytes.value !== undefined) return readRecord(bytes.value, path);
  return { ok: false, diagnostics: [diagnosticOf('file/unreadable', 'there is no such file', { path })] };
}

/**
 * Reads a record of decisions and believes nothing that is not whole. Lines stand by themselves: records may be joined,
 * and lines taken out.
 */
export function readRecord(bytes: Uint8Array, file: string): Checked<readonly RecordedDecision[]> {
  if (hasTooManyLines(bytes)) {
    const message = `there are more than ${String(MOST_LINES)} lines`;
    return failed([diagnosticOf('file/too-large', message, { path: file })]);
  }
  const shown = shownLines(file, bytes);
  const lines = splitLines(bytes);
  if (lines.length === 0) return failed([mistake('record/not-a-record', 'the file is empty', shown, 0)]);
  const { report, diagnostics } = startReport();
  const damage: Diagnostic[] = [];
  const decisions = lines.flatMap((line) => {
    // A file that is something else is said to be so once.
    if (damage.some(({ code }) => code === 'record/not-a-record')) return [];
    const opened = line.isWhole && line.text !== undefined ? unsealed(line.text) : undefined;
    if (opened === undefined) damage.push(damageOf(line, shown));
    const spot = opened && spotOfLine(shown, line.index, opened);
    return (spot && readDecision(spot, placeOfLine(shown, line.index), report)) ?? [];
  });
  const wrong = [...damage, ...diagnostics];
  return wrong.length > 0 ? failed(wrong) : { ok: true, value: decisions, warnings: [] };
}

function failed(diagnostics: readonly Diagnostic[]): Checked<never> {
  return { ok: false, diagnostics: inPlaceOrder(diagnostics) };
}

function damageOf({ isWhole, index, text }: LedgerLine, shown: Lines): Diagnostic {
  const name = `line ${String(index + 1)}`;
  if (!isWhole) return mistake('record/torn-line', 'the last line was not written to its end', shown, index);
  return text === undefined || text.includes(FORMAT_WRITTEN)
    ? mistake('record/changed-line', `${name} is not as it was written`, shown, index)
    : mistake('record/not-a-record', `${name} is no recorded decision`, shown, index);
}

const FORMAT_WRITTEN = `"format":"${RECORD_FORMAT}"`;

function readDecision(spot: Spot, place: Place, report: Report): RecordedDecision | undefined {
  const written = child(spot, 'format');
  if (written.value !== RECORD_FORMAT) {
    const message = `${inBackticks(textIn(written))} is no format that this program reads`;
    return report('record/not-a-record', written, message);
  }
  const shape = checkShape(spot, DECISION_LINE_SHAPE, report);
  if (shape === undefined) return undefined;
  const { assumptions, document, decision } = shape;
  // The shape has all that a replay looks at; what it only hands on may be anything.
  return { place, assumptions, document, decision: decision as UntracedDecision };
}

function mistake(code: DiagnosticCode, message: string, shown: Lines, index: number): Diagnostic {
  return diagnosticOf(code, message, { place: placeOfLine(shown, index) });
}
