import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { diagnosticOf, type Checked, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { inBackticks } from '../diagnostics/plain-text.ts';
import { child } from '../pack/written/written.ts';
import type { AttachedDocument, Entry, Ledger } from './ledger.ts';
import { codeOf } from './code-of.ts';
import { openUnblocked } from './open-unblocked.ts';

/** Gives the name of a file and the SHA-256 of its content, however large it is. */
export async function attachedDocument(path: string): Promise<Checked<AttachedDocument>> {
  const sha256 = await hashOfFile(path);
  if (sha256 !== undefined) return { ok: true, value: { name: basename(path), sha256 }, warnings: [] };
  return { ok: false, diagnostics: [diagnosticOf('file/unreadable', 'the file cannot be opened', { path })] };
}

/** Compares the documents of a folder with those that entries have attached. */
export async function compareDocuments(ledger: Ledger, folder: string): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const entry of ledger.entries) {
    for (const document of entry.documents) {
      const hash = await hashOfFile(join(folder, basename(document.name)));
      if (hash !== document.sha256) found.push(difference(entry, document, hash));
    }
  }
  return found;
}

function difference(
  { number, spot }: Entry,
  { name }: AttachedDocument,
  hash: string | undefined,
): Diagnostic {
  const where = spot.written.placeOf(child(spot, 'documents').path, 'value');
  const which = `${inBackticks(name)}, attached to entry ${String(number)},`;
  return hash === undefined
    ? diagnosticOf('ledger/missing-document', `${which} is not there`, where)
    : diagnosticOf('ledger/changed-document', `${which} has another content now`, where);
}

/** Gives nothing for what is no file: a device might have no end. */
async function hashOfFile(path: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    const file = await openUnblocked(path);
    try {
      if (!(await file.stat()).isFile()) return undefined;
      for await (const chunk of file.createReadStream({ autoClose: false })) hash.update(chunk as Uint8Array);
      return hash.digest('hex');
    } finally {
      await file.close();
    }
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return undefined;
  }
}
