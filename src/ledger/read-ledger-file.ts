import { diagnosticOf, type Checked } from '../diagnostics/diagnostic.ts';
import { readBytes } from './durable-file.ts';
import type { Ledger } from './ledger.ts';
import { readLedger } from './read-ledger.ts';

/** Reads a ledger from its file. */
export async function readLedgerFile(path: string): Promise<Checked<Ledger>> {
  const bytes = await readBytes(path);
  if (!bytes.ok) return bytes;
  if (bytes.value !== undefined) return readLedger(bytes.value, path);
  return { ok: false, diagnostics: [diagnosticOf('file/unreadable', 'there is no such file', { path })] };
}
