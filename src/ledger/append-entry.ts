import { lstat, realpath } from 'node:fs/promises';
import { diagnosticOf, inPlaceOrder, type Checked } from '../diagnostics/diagnostic.ts';
import { sha256 } from '../pack/forms/digest.ts';
import type { Pack } from '../pack/pack.ts';
import { holdersOfFirstRights } from '../pack/requests/resolve-event.ts';
import { startReport } from '../pack/written/report.ts';
import { takeValue } from '../pack/written/take-value.ts';
import { isMap, topOf } from '../pack/written/written.ts';
import { checkAgainstPack } from './check-against-pack.ts';
import { checkEntries } from './check-entries.ts';
import { appendDurably, readBytes } from './durable-file.ts';
import { wholeLength } from './ledger-lines.ts';
import { LEDGER_FORMAT, type AttachedDocument, type Entry, type Ledger } from './ledger.ts';
import { whileLocked } from './lock-file.ts';
import { readEntry } from './read-entry.ts';
import { readLedger } from './read-ledger.ts';
import { sealedLine } from './sealed-line.ts';

/** An entry to be added, in the words of its line; a document of any form until it is checked. */
export interface Draft {
  readonly recorded: string;
  readonly by: string;
  readonly opportunity: string;
  readonly open?: unknown;
  readonly event?: unknown;
  readonly 'complete-to'?: string | undefined;
  readonly withdrawn?: string | undefined;
  readonly documents?: readonly AttachedDocument[] | undefined;
  readonly supersedes?: number | undefined;
}

/** An entry that is on the disk. */
export interface Appended {
  readonly entry: number;
  /** The SHA-256 of its line: noted elsewhere, it shows later that nothing up to here was rewritten. */
  readonly hash: string;
}

/**
 * Adds an entry to the ledger of a pack, or begins the ledger with it. When this returns without a diagnostic, the entry
 * is on the disk. A ledger that is damaged takes no entry; its torn last line can be dropped, which nobody was told is
 * recorded.
 */
export async function appendEntry(
  path: string,
  pack: Pack,
  draft: Draft,
  { dropTornLine = false } = {},
): Promise<Checked<Appended>> {
  const home = await homeOf(path);
  return whileLocked(home, async () => {
    const bytes = await readBytes(home);
    if (!bytes.ok) return bytes;
    const all = bytes.value ?? new Uint8Array();
    // Of a file that is something else altogether nothing is dropped.
    const length = dropTornLine ? wholeLength(all) : all.length;
    const header = sealedLine({ format: LEDGER_FORMAT, pack: pack.id });
    const isNew = length === 0 && header.startsWith(new TextDecoder().decode(all));
    const before = isNew ? begun(header, pack, path) : readLedger(all.subarray(0, length), path);
    if (!before.ok) return before;
    const line = lineFor(before.value, draft, pack);
    if (!line.ok) return line;
    const text = `${isNew ? `${header}\n` : ''}${line.value}\n`;
    const written = await appendDurably(home, text, { read: all.length, kept: length });
    if (!written.ok) return written;
    return done({ entry: before.value.entries.length + 1, hash: sha256(line.value) });
  });
}

/** Where the file itself stands, so that two links to it share one lock. */
async function homeOf(path: string): Promise<string> {
  const isLink = await lstat(path).then(
    (status) => status.isSymbolicLink(),
    () => false,
  );
  return isLink ? realpath(path).catch(() => path) : path;
}

function begun(header: string, pack: Pack, file: string): Checked<Ledger> {
  return done({ file, pack: pack.id, entries: [], hashes: [sha256(header)] });
}

/** The line of an entry that makes sense after those before it, and by the words of the pack. */
function lineFor(ledger: Ledger, draft: Draft, pack: Pack): Checked<string> {
  const number = ledger.entries.length + 1;
  const content = {
    entry: number,
    previous: ledger.hashes.at(-1),
    ...draft,
    ...(draft.event !== undefined && { event: withHolder(draft.event, pack) }),
  };
  const taken = takeValue(content, `entry ${String(number)}`);
  if (!taken.ok) return taken;
  const line = sealedLine(taken.value.data as Readonly<Record<string, unknown>>);
  if (line.length > LONGEST_LINE) {
    const where = { path: `entry ${String(number)}` };
    return { ok: false, diagnostics: [diagnosticOf('value/too-large', 'the entry is too long', where)] };
  }
  const { report, diagnostics } = startReport();
  const spot = topOf({ ...taken.value, data: JSON.parse(line) as unknown });
  const entry = readEntry(spot, report);
  const entries: readonly Entry[] = [...ledger.entries, ...(entry === undefined ? [] : [entry])];
  if (diagnostics.length === 0) checkEntries(entries, report);
  if (diagnostics.length > 0) return { ok: false, diagnostics: inPlaceOrder(diagnostics) };
  const checked = checkAgainstPack({ ...ledger, entries }, draft.opportunity, pack);
  return checked.ok ? done(line) : checked;
}

/** Characters of one line. */
const LONGEST_LINE = 100_000;

/** Writes down whom a notice or an answer concerns where a pack has one holder only: another version may have more. */
function withHolder(event: unknown, pack: Pack): unknown {
  if (!isMap(event)) return event;
  const key = 'notice' in event ? 'to' : 'by';
  const isTurn = 'notice' in event || 'decline' in event || 'exercise' in event;
  const [only, second] = holdersOfFirstRights(pack);
  if (!isTurn || key in event || only === undefined || second !== undefined) return event;
  return { ...event, [key]: only };
}

function done<T>(value: T): Checked<T> {
  return { ok: true, value, warnings: [] };
}
