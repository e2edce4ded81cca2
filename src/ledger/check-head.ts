import { diagnosticOf, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { inBackticks } from '../diagnostics/plain-text.ts';
import type { Ledger } from './ledger.ts';

/** Checks that a ledger still has the line whose hash somebody noted before, and with it all lines up to there. */
export function checkHead(ledger: Ledger, noted: string): readonly Diagnostic[] {
  if (ledger.hashes.includes(noted.toLowerCase())) return [];
  const message = `no line has the hash ${inBackticks(noted)}`;
  return [diagnosticOf('ledger/rewritten', message, { path: ledger.file })];
}
