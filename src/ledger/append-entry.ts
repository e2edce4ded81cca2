import type { DiagnosticCode } from '../diagnostics/catalogue.ts';
import { diagnosticOf, inPlaceOrder, type Checked } from '../diagnostics/diagnostic.ts';
import { sha256 } from '../pack/forms/digest.ts';
import type { Pack } from '../pack/pack.ts';
import { isOfHolder, partyKey } from '../pack/requests/party-key.ts';
import { holdersOfFirstRights } from '../pack/requests/resolve-event.ts';
import { startReport } from '../pack/written/report.ts';
import { takeValue } from '../pack/written/take-value.ts';
import { isMap, topOf } from '../pack/written/written.ts';
import { checkAgainstPack } from './check-against-pack.ts';
import { checkEntries } from './check-entries.ts';
import { checkHappeningsAgainstPack } from './check-happenings-against-pack.ts';
import { appendDurably, readBytes } from './durable-file.ts';
import { homeOf } from './home-of.ts';
import { wholeLength } from './ledger-lines.ts';
import { LEDGER_FORMAT, type AttachedDocument, type Entry, type Ledger } from './ledger.ts';
import { whileLocked } from './lock-file.ts';
import { readEntry } from './read-entry.ts';
import { readLedger } from './read-ledger.ts';
import { isSealable, sealedLine, type LineData } from './sealed-line.ts';

/** An entry to be added, in the words of its line. It says exactly one of the six things from `open` to `withdrawn`. */
export interface EntryDraft {
  /** ISO day on which it is recorded; never before that of the entry before it. */
  readonly recorded: string;
  readonly by: string;
  /** The deal that it is about; left out where it is about what measures count. */
  readonly opportunity?: string | undefined;
  readonly open?: { readonly counterparty: string } | undefined;
  /** An event as a request writes one, such as `{ notice: '2025-03-01', contains: ['price'] }`. */
  readonly event?: unknown;
  /** ISO day up to which nothing happened but what is recorded. */
  readonly 'complete-to'?: string | undefined;
  /** What measures count, as a request writes it, such as `{ purchase: '2025-03-01', megawatts: 20 }`. */
  readonly happening?: unknown;
  /** ISO day up to which nothing happened that measures count but what is recorded. */
  readonly 'happenings-complete-to'?: string | undefined;
  /** Why the entry superseded should not have been made. */
  readonly withdrawn?: string | undefined;
  readonly documents?: readonly AttachedDocument[] | undefined;
  /** The number of the entry in whose place it stands. */
  readonly supersedes?: number | undefined;
}

/** What may be done to a ledger before an entry is added. */
export interface AppendOptions {
  /** Cuts off a last line that was not written to its end. */
  readonly dropTornLine?: boolean;
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
 * recorded. The draft may be anything at all: what is wrong with it is said, not thrown, and nothing is written then.
 *
 * ```ts
 * const { mkdtemp } = await import('node:fs/promises');
 * const file = `${await mkdtemp('/tmp/compute-rights-')}/deals.jsonl`;
 * const head = { recorded: '2025-03-01', by: 'clerk', opportunity: 'north-site' };
 * const opened = await appendEntry(file, pack, { ...head, open: { counterparty: 'rival' } });
 * console.log(opened.ok && opened.value.entry);
 * // prints: 1
 * const early = await appendEntry(file, pack, { ...head, 'complete-to': '2025-03-31' });
 * for (const { code } of early.ok ? [] : early.diagnostics) console.log(code);
 * // prints: ledger/recorded-too-early
 * ```
 */
export async function appendEntry(
  path: string,
  pack: Pack,
  draft: EntryDraft,
  { dropTornLine = false }: AppendOptions = {},
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

function begun(header: string, pack: Pack, file: string): Checked<Ledger> {
  return done({ file, pack: pack.id, entries: [], hashes: [sha256(header)] });
}

/** The line of an entry that makes sense after those before it, and by the words of the pack. */
function lineFor(ledger: Ledger, draft: EntryDraft, pack: Pack): Checked<string> {
  const file = `entry ${String(ledger.entries.length + 1)}`;
  const taken = takeValue(draft, file);
  if (!taken.ok) return taken;
  const { data } = taken.value;
  if (!isMap(data)) return refused('value/not-plain', 'the entry is no map', file);
  if (!isSealable(data))
    return refused('value/not-plain', 'a number without end is no part of an entry', file);
  const line = sealedLine({ ...withHolder(data, pack), ...linkTo(ledger) });
  if (line.length > LONGEST_LINE) return refused('value/too-large', 'the entry is too long', file);
  const { report, diagnostics } = startReport();
  const entry = readEntry(topOf({ ...taken.value, data: JSON.parse(line) as unknown }), report);
  const entries: readonly Entry[] = [...ledger.entries, ...(entry === undefined ? [] : [entry])];
  if (diagnostics.length === 0) checkEntries(entries, report);
  if (diagnostics.length > 0 || entry === undefined)
    return { ok: false, diagnostics: inPlaceOrder(diagnostics) };
  const checked = checkedByPack({ ...ledger, entries }, entry.opportunity, pack);
  return checked.ok ? done(line) : checked;
}

/** Holds the deal that an entry is about against the pack, or, where it is about none, what measures count. */
function checkedByPack(ledger: Ledger, opportunity: string | undefined, pack: Pack): Checked<unknown> {
  return opportunity === undefined
    ? checkHappeningsAgainstPack(ledger, pack)
    : checkAgainstPack(ledger, opportunity, pack);
}

/** What an entry says of its place, whatever its draft says of it. */
function linkTo({ entries, hashes }: Ledger): Readonly<Record<'entry' | 'previous', unknown>> {
  return { entry: entries.length + 1, previous: hashes.at(-1) };
}

/** Characters of one line. */
const LONGEST_LINE = 100_000;

/** Writes down whom a notice or an answer concerns where a pack has one holder only: another version may have more. */
function withHolder(draft: LineData, pack: Pack): LineData {
  const { event } = draft;
  if (!isMap(event)) return draft;
  const kind = Object.keys(event).find(isOfHolder);
  const key = partyKey(kind ?? '');
  const [only, second] = holdersOfFirstRights(pack);
  if (kind === undefined || key in event || only === undefined || second !== undefined) return draft;
  return { ...draft, event: { ...event, [key]: only } };
}

function refused(code: DiagnosticCode, message: string, path: string): Checked<never> {
  return { ok: false, diagnostics: [diagnosticOf(code, message, { path })] };
}

function done<T>(value: T): Checked<T> {
  return { ok: true, value, warnings: [] };
}
