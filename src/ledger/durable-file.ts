import { open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { diagnosticOf, type Checked } from '../diagnostics/diagnostic.ts';
import { tooLarge } from '../pack/written/limits.ts';
import { codeOf } from './lock-file.ts';

/** Bytes of a ledger that is read: some hundred thousand entries. */
const MOST_BYTES = 64_000_000;

/** Reads a whole file; `undefined` where there is none. */
export async function readBytes(path: string): Promise<Checked<Uint8Array | undefined>> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, 'r');
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

/**
 * Writes at the end of a file, behind its first `length` bytes: all in one write, and back only when it is on the disk.
 * Where not all of it could be written, what was there before is left.
 */
export async function appendDurably(path: string, text: string, length: number): Promise<Checked<true>> {
  try {
    const file = await open(path, 'a');
    try {
      const isNew = (await file.stat()).size === 0;
      await file.truncate(length);
      await writeWhole(file, Buffer.from(text), length);
      await file.sync();
      if (isNew) await syncFolder(dirname(path));
    } finally {
      await file.close();
    }
    return { ok: true, value: true, warnings: [] };
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return failed('file/unwritable', 'the entry could not be written, and is not recorded', path);
  }
}

async function writeWhole(file: FileHandle, bytes: Uint8Array, length: number): Promise<void> {
  const { bytesWritten } = await file.write(bytes);
  if (bytesWritten === bytes.length) return;
  await file.truncate(length);
  throw Object.assign(new Error('the disk took a part of the line'), { code: 'ENOSPC' });
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

type FileCode = 'file/not-a-file' | 'file/too-large' | 'file/unreadable' | 'file/unwritable';

function failed(code: FileCode, message: string, path: string): Checked<never> {
  return { ok: false, diagnostics: [diagnosticOf(code, message, { path })] };
}
