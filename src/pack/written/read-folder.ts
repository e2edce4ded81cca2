import { constants, type Dirent } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { DiagnosticCode } from '../../diagnostics/catalogue.ts';
import { diagnosticOf, type Checked, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { inBackticks } from '../../diagnostics/plain-text.ts';
import { LIMITS, tooLarge, tooMany, type Limits } from './limits.ts';

/** The texts of a folder's YAML files by path, and what could not be read. */
export interface Folder {
  readonly files: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the YAML files that lie directly in a folder. Links are not followed, and nothing else is opened. */
export async function readFolder(folder: string, limits: Limits): Promise<Folder> {
  const names = await yamlNames(folder);
  if (names === undefined)
    return refused(folder, 'file/unreadable', `the folder ${inBackticks(folder)} cannot be opened`);
  if (names.length > limits.files) {
    return refused(folder, 'file/too-many', tooMany(limits.files));
  }
  const files = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  let size = 0;
  for (const name of names) {
    const path = join(folder, name);
    const file = await readText(path, Math.min(limits.fileSize, limits.packSize - size));
    if ('text' in file) files.set(path, file.text);
    else diagnostics.push(diagnosticOf(file.code, file.message, { path }));
    size += 'text' in file ? file.size : 0;
  }
  return { files, diagnostics };
}

/** The same as a record by path, or what could not be read. */
export async function readPackTexts(folder: string): Promise<Checked<Readonly<Record<string, string>>>> {
  const { files, diagnostics } = await readFolder(folder, LIMITS);
  if (diagnostics.length > 0) return { ok: false, diagnostics };
  return { ok: true, value: Object.fromEntries(files), warnings: [] };
}

async function yamlNames(folder: string): Promise<readonly string[] | undefined> {
  try {
    const entries: readonly Dirent[] = await readdir(folder, { withFileTypes: true });
    return entries
      .map((entry) => entry.name)
      .filter((name) => /\.ya?ml$/.test(name))
      .toSorted();
  } catch {
    return undefined;
  }
}

type FileText =
  | { readonly text: string; readonly size: number }
  | { readonly code: DiagnosticCode; readonly message: string };

/** Opens without following a link and without waiting for a pipe, and looks at what it opened before it reads. */
async function readText(path: string, room: number): Promise<FileText> {
  let bytes: Uint8Array;
  try {
    const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    try {
      const status = await file.stat();
      if (!status.isFile()) return NOT_A_FILE;
      if (status.size > room) return { code: 'file/too-large', message: tooLarge(room) };
      bytes = await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    return isLink(error) ? NOT_A_FILE : { code: 'file/unreadable', message: 'the file cannot be opened' };
  }
  return decode(bytes);
}

const NOT_A_FILE = {
  code: 'file/not-a-file',
  message: 'this is a folder, a link or a device, not a file',
} as const;

function decode(bytes: Uint8Array): FileText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), size: bytes.length };
  } catch {
    return { code: 'file/not-text', message: 'the file is not UTF-8 text' };
  }
}

/** Opening a link fails in one of these ways when links are not followed. */
function isLink(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ELOOP' || error.code === 'EMLINK');
}

function refused(path: string, code: DiagnosticCode, message: string): Folder {
  return { files: new Map(), diagnostics: [diagnosticOf(code, message, { path })] };
}
