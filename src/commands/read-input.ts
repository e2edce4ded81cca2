import { createReadStream, readdirSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { DiagnosticCode } from '../diagnostics/catalogue.ts';
import { diagnosticOf, type Checked } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { tooLarge } from '../pack/written/limits.ts';
import type { Surroundings } from './surroundings.ts';

/** A text that the user named, and the name for messages. */
export interface Input {
  readonly file: string;
  readonly text: string;
}

const MOST_BYTES = 2_000_000;

/**
 * Reads a named file, or standard input for `-`, up to two million bytes. Unlike the files of a pack it may be a link
 * or a pipe, for the user has named it.
 */
export async function readInput(path: string, { stdin, cwd }: Surroundings): Promise<Checked<Input>> {
  const file = path === '-' ? '<stdin>' : path;
  try {
    const bytes = await readBounded(path === '-' ? stdin : createReadStream(resolve(cwd, path)));
    if (bytes === undefined) return refuse(file, 'file/too-large', tooLarge(MOST_BYTES));
    return decode(file, bytes);
  } catch (error) {
    const [code, message] = describe(error);
    return refuse(
      file,
      code,
      message,
      code === 'file/unreadable' ? similarName(resolve(cwd, path)) : undefined,
    );
  }
}

/** Reads to the end, or gives up, and closes the stream, where there is more than a document can be. */
async function readBounded(chunks: AsyncIterable<string | Uint8Array>): Promise<Uint8Array | undefined> {
  const read: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
    size += bytes.length;
    if (size > MOST_BYTES) return undefined;
    read.push(bytes);
  }
  return Buffer.concat(read);
}

function decode(file: string, bytes: Uint8Array): Checked<Input> {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { ok: true, value: { file, text }, warnings: [] };
  } catch {
    return refuse(file, 'file/not-text', 'this is not UTF-8 text');
  }
}

function describe(error: unknown): [code: DiagnosticCode, message: string] {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return ['file/unreadable', 'there is no such file'];
  if (code === 'EISDIR') return ['file/not-a-file', 'this is a folder, not a file'];
  if (typeof code !== 'string') throw error;
  return ['file/unreadable', 'the file cannot be opened'];
}

/** Looks for a name in the same folder that is nearly the same. */
function similarName(path: string): string | undefined {
  try {
    return didYouMean(basename(path), readdirSync(dirname(path)));
  } catch {
    return undefined;
  }
}

function refuse(path: string, code: DiagnosticCode, message: string, hint?: string): Checked<never> {
  return { ok: false, diagnostics: [diagnosticOf(code, message, { path }, { hint })] };
}
