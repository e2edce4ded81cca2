import { child, isMap } from '../pack/written/written.ts';
import { isoFromDay, type Day } from '../vocabulary/day.ts';
import type { AttachedDocument, Entry, Ledger } from './ledger.ts';
import { standingEntries } from './standing-entries.ts';

/** What a ledger holds, for people and programs to read. */
export interface LedgerReport {
  readonly format: 'compute-rights/ledger-show/1';
  readonly pack: string;
  /** ISO day: entries that were recorded later are left out. */
  readonly knownOn?: string;
  /** The SHA-256 of the last line, however much is left out. */
  readonly head: string;
  readonly entries: readonly ShownEntry[];
}

/** One entry; days are ISO days. */
export interface ShownEntry {
  readonly entry: number;
  readonly recorded: string;
  readonly by: string;
  /** Left out where it is about what measures count. */
  readonly opportunity?: string;
  readonly says: Entry['says']['is'];
  readonly counterparty?: string;
  readonly kind?: string;
  readonly happened?: string;
  readonly party?: string;
  readonly contains?: readonly string[];
  /** What a happening has besides its day, as it was written. */
  readonly parts?: Readonly<Record<string, unknown>>;
  readonly completeTo?: string;
  readonly why?: string;
  readonly documents: readonly AttachedDocument[];
  readonly supersedes?: number;
  /** The SHA-256 of its line: noted elsewhere, it shows later that nothing up to here was rewritten. */
  readonly hash: string;
  /** False for a withdrawal and for what another entry supersedes. */
  readonly stands: boolean;
}

/** Describes the entries of one opportunity, or of all, as recorded by a day. */
export function describeLedger(ledger: Ledger, opportunity?: string, knownOn?: Day): LedgerReport {
  const standing = new Set(standingEntries(ledger.entries, knownOn).map(({ entry }) => entry));
  const shown = ledger.entries.filter(
    (entry) =>
      entry.recorded <= (knownOn ?? Infinity) && entry.opportunity === (opportunity ?? entry.opportunity),
  );
  return {
    format: 'compute-rights/ledger-show/1',
    pack: ledger.pack,
    ...(knownOn !== undefined && { knownOn: isoFromDay(knownOn) }),
    head: ledger.hashes.at(-1) ?? '',
    entries: shown.map((entry) => shownEntry(entry, ledger.hashes, standing.has(entry))),
  };
}

function shownEntry(entry: Entry, hashes: readonly string[], stands: boolean): ShownEntry {
  const { number, recorded, by, opportunity, says, documents, supersedes } = entry;
  return {
    entry: number,
    recorded: isoFromDay(recorded),
    by,
    ...(opportunity !== undefined && { opportunity }),
    says: says.is,
    ...said(entry),
    documents,
    ...(supersedes !== undefined && { supersedes }),
    hash: hashes[number] ?? '',
    stands,
  };
}

function said({ says, spot }: Entry): Partial<ShownEntry> {
  switch (says.is) {
    case 'open':
      return { counterparty: says.counterparty };
    case 'complete-to':
    case 'happenings-complete-to':
      return { completeTo: isoFromDay(says.day) };
    case 'withdrawn':
      return { why: says.why };
    case 'happening':
      return { kind: says.kind, happened: isoFromDay(says.on), parts: partsOf(says.kind, spot) };
    case 'event':
      return eventSaid(says, spot);
  }
}

function eventSaid(
  { kind, on, party }: Extract<Entry['says'], { is: 'event' }>,
  { value }: Entry['spot'],
): Partial<ShownEntry> {
  const event = isMap(value) ? value['event'] : undefined;
  const contains = isMap(event) ? event['contains'] : undefined;
  return {
    kind,
    happened: isoFromDay(on),
    ...(party !== undefined && { party }),
    ...(Array.isArray(contains) && { contains: contains.map(String) }),
  };
}

function partsOf(kind: string, spot: Entry['spot']): Readonly<Record<string, unknown>> {
  const { value } = child(spot, 'happening');
  return Object.fromEntries(Object.entries(isMap(value) ? value : {}).filter(([key]) => key !== kind));
}
