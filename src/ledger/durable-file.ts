import { open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { DiagnosticCode } from '../diagnostics/catalogue.ts';
import { diagnosticOf, type Checked } from '../diagnostics/diagnostic.ts';
import { tooLarge } from '../pack/written/limits.ts';
import { codeOf } from './code-of.ts';
import { openUnblocked } from './open-unblocked.ts';

/** Bytes of a ledger that is read: some two hundred thousand entries. */
const MOST_BYTES = 64_000_000;

/** Reads a whole file; `undefined` where there is none. */
export async function readBytes(path: string): Promise<Checked<Uint8Array | undefined>> {
  let file: FileHandle | undefined;
  try {
    file = await openUnblocked(path);
    const status = await file.stat();
    if (!status.isFile()) return failed('file/not-a-file', 'this is a folder or a device, not a file', path);
    if (status.size > MOST_BYTES) return failed('file/too-large', tooLarge(MOST_BYTES), path);
    return { ok: true, value: await file.readFile(), warnings: [] };
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    if (code === 'ENOENT') return { ok: true, value: undefined, warnings: [] };
    return failed('file/unreadable', 'the file cannot be opened', path);
  } finally {
    await file?.close();
  }
}

/** How much of a file somebody has read, and how much of that is to be kept: a torn line at its end may be cut off. */
export interface ReadLength {
  readonly read: number;
  readonly kept: number;
}

/**
 * Writes at the end of a file: all in one write, and back only when it is on the disk. Where not all of it gets there,
 * what was there before is left. A file that has become longer or shorter since it was read is not touched.
 */
export async function appendDurably(
  path: string,
  text: string,
  { read, kept }: ReadLength,
): Promise<Checked<true>> {
  try {
    const file = await open(path, 'a');
    try {
      const { size } = await file.stat();
      if (size !== read) return failed('file/locked', 'another writer got past the lock', path);
      await file.truncate(kept);
      await writeOrUndo(file, Buffer.from(text), kept, size === 0 ? dirname(path) : undefined);
    } finally {
      await file.close();
    }
    return { ok: true, value: true, warnings: [] };
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return failed('file/unwritable', error instanceof NotUndone ? NOT_KNOWN : NOT_RECORDED, path);
  }
}

const NOT_RECORDED = 'the line could not be written, and is not recorded';
const NOT_KNOWN = 'writing failed, and undoing it too: look whether the line is there before adding it again';

/** What could not be undone may or may not be on the disk. */
class NotUndone extends Error {
  readonly code = 'EIO';
}

async function writeOrUndo(
  file: FileHandle,
  bytes: Uint8Array,
  kept: number,
  newIn: string | undefined,
): Promise<void> {
  try {
    const { bytesWritten } = await file.write(bytes);
    if (bytesWritten < bytes.length) throw partlyWritten();
    await file.sync();
    if (newIn !== undefined) await syncFolder(newIn);
  } catch (error) {
    await file.truncate(kept).catch(() => {
      throw new NotUndone();
    });
    throw error;
  }
}

/** A disk that takes a part of a line says nothing, and would refuse the rest. */
function partlyWritten(): Error {
  return Object.assign(new Error('the disk took a part of the line'), { code: 'ENOSPC' });
}

/** Puts on the disk that a folder has a new file. Windows does so by itself, and cannot open folders. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function failed(code: DiagnosticCode, message: string, path: string): Checked<never> {
  return { ok: false, diagnostics: [diagnosticOf(code, message, { path })] };
}
