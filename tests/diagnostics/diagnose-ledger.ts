import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Checked, Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { appendEntry, type EntryDraft } from '../../src/ledger/append-entry.ts';
import { compareDocuments } from '../../src/ledger/attached-documents.ts';
import { checkHead } from '../../src/ledger/check-head.ts';
import { readLedger } from '../../src/ledger/read-ledger.ts';
import { recordedOpportunity } from '../../src/ledger/recorded-opportunity.ts';
import { readRequest } from '../../src/pack/check-request.ts';
import { goodPack } from '../pack/good-pack.ts';

/** What a fixture does with its `ledger.jsonl` besides reading it. */
export interface LedgerUse {
  /** Adds an entry, which is refused and leaves the file as it is. */
  readonly add?: EntryDraft;
  readonly opportunity?: string;
  readonly head?: string;
  /** Compares what is attached with the files of the fixture. */
  readonly documents?: boolean;
}

/** Gives what is wrong with a fixture's ledger, or with what is done with it. */
export async function diagnoseLedger(folder: string, use: LedgerUse): Promise<readonly Diagnostic[]> {
  const file = join(folder, 'ledger.jsonl');
  if (use.add !== undefined) return diagnosticsOf(await appendEntry(file, goodPack(), use.add));
  const ledger = readLedger(readFileSync(file), 'ledger.jsonl');
  if (!ledger.ok) return ledger.diagnostics;
  if (use.head !== undefined) return checkHead(ledger.value, use.head);
  if (use.documents === true) return compareDocuments(ledger.value, folder);
  const recorded = recordedOpportunity(ledger.value, use.opportunity ?? '');
  if (!recorded.ok) return recorded.diagnostics;
  const request = join(folder, 'request.yaml');
  if (!existsSync(request)) return [];
  const known = { opportunity: recorded.value, known: {} };
  return diagnosticsOf(readRequest(goodPack(), readFileSync(request, 'utf8'), 'request.yaml', {}, known));
}

function diagnosticsOf(checked: Checked<unknown>): readonly Diagnostic[] {
  return checked.ok ? [] : checked.diagnostics;
}
