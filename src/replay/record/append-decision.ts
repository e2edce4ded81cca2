import type { Decision } from '../../evaluation/decision.ts';
import type { EvaluationOptions } from '../../evaluation/evaluate-request.ts';
import { diagnosticOf, type Checked } from '../../diagnostics/diagnostic.ts';
import { appendDurably, readBytes } from '../../ledger/durable-file.ts';
import { homeOf } from '../../ledger/home-of.ts';
import { placeOfLine, shownLines, splitLines } from '../../ledger/ledger-lines.ts';
import { whileLocked } from '../../ledger/lock-file.ts';
import { sealedLine, unsealed } from '../../ledger/sealed-line.ts';
import { RECORD_FORMAT, untraced, type RecordDraft } from './recorded-decision.ts';

/**
 * Adds a decision to a record, or begins the record with it. When this returns without a diagnostic, the line is on the
 * disk. A file that is something else, or whose last line was torn, is left as it is.
 */
export async function recordDecision(
  path: string,
  decision: Decision,
  document: unknown,
  { assumptions = 'as-stated' }: EvaluationOptions,
): Promise<Checked<true>> {
  const draft: RecordDraft = { decision: untraced(decision), document, assumptions };
  const line = sealedLine({ format: RECORD_FORMAT, ...draft });
  if (unsealed(line) === undefined) {
    const message = 'the decision is too long to be recorded';
    return { ok: false, diagnostics: [diagnosticOf('value/too-large', message, { path })] };
  }
  const home = await homeOf(path);
  return whileLocked(home, async () => {
    const bytes = await readBytes(home);
    if (!bytes.ok) return bytes;
    const before = bytes.value ?? new Uint8Array();
    const target = checkTarget(before, path);
    const { length } = before;
    return target.ok ? appendDurably(home, `${line}\n`, { read: length, kept: length }) : target;
  });
}

const LINE_BREAK = 0x0a;

/** Looks at the ends of a file only: what stands between them is read when it is replayed. */
function checkTarget(bytes: Uint8Array, file: string): Checked<true> {
  if (bytes.length === 0) return { ok: true, value: true, warnings: [] };
  const shown = shownLines(file, bytes);
  if (!mayBeRecord(bytes)) {
    const place = placeOfLine(shown, 0);
    const message = 'this is no record of decisions, and nothing is added to it';
    return { ok: false, diagnostics: [diagnosticOf('record/not-a-record', message, { place })] };
  }
  if (bytes.at(-1) === LINE_BREAK) return { ok: true, value: true, warnings: [] };
  const place = placeOfLine(shown, shown.starts.length - 1);
  const message = 'the last line was not written to its end';
  return { ok: false, diagnostics: [diagnosticOf('record/torn-line', message, { place })] };
}

/** True where the first line is one of a record, or was to be one. */
function mayBeRecord(bytes: Uint8Array): boolean {
  const end = bytes.indexOf(LINE_BREAK);
  const [first] = splitLines(bytes.subarray(0, end === -1 ? bytes.length : end + 1));
  const { text = '' } = first ?? {};
  if (end !== -1) return unsealed(text)?.['format'] === RECORD_FORMAT;
  return text.startsWith(BEGINNING) || BEGINNING.startsWith(text);
}

/** The first key of a line is the first in the alphabet. */
const BEGINNING = '{"assumptions":"';
