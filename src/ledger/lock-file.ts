import { open, rm, type FileHandle } from 'node:fs/promises';
import { diagnosticOf, type Checked } from '../diagnostics/diagnostic.ts';
import { inBackticks } from '../diagnostics/plain-text.ts';
import { codeOf } from './code-of.ts';
import { openUnblocked } from './open-unblocked.ts';

/**
 * Runs while holding the lock of a file, which one writer at a time can have. A lock that a killed writer left behind is
 * named, never taken over: whether nobody writes any more is for a person to say.
 */
export async function whileLocked<T>(path: string, run: () => Promise<Checked<T>>): Promise<Checked<T>> {
  const lock = `${path}.lock`;
  const problem = await take(lock);
  if (problem !== undefined) return problem;
  try {
    return await run();
  } finally {
    await release(lock);
  }
}

/** A lock that cannot be deleted is found by the next writer, and names one that does not run any more. */
async function release(lock: string): Promise<void> {
  await rm(lock, { force: true }).catch((error: unknown) => {
    if (codeOf(error) === undefined) throw error;
  });
}

async function take(lock: string): Promise<Checked<never> | undefined> {
  try {
    const file = await open(lock, 'wx');
    await sign(file, lock);
    return undefined;
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    if (code === 'EEXIST') return refused('file/locked', await describe(lock), lock);
    return refused('file/unwritable', 'the lock file cannot be written', lock);
  }
}

/** Writes into a lock whose it is; where that fails, nobody has it. */
async function sign(file: FileHandle, lock: string): Promise<void> {
  try {
    await file.writeFile(`${String(process.pid)}\n`);
  } catch (error) {
    await release(lock);
    throw error;
  } finally {
    await file.close();
  }
}

async function describe(lock: string): Promise<string> {
  const owner = Number((await signatureOn(lock)).trim());
  if (!Number.isSafeInteger(owner) || owner <= 0) return 'another writer has the lock';
  const name = `process ${String(owner)}`;
  return isRunning(owner) ? `${name} has the lock` : `${name} has the lock, and does not run here any more`;
}

/** What stands in a lock, or nothing where it is something else that has its name. */
async function signatureOn(lock: string): Promise<string> {
  try {
    const file = await openUnblocked(lock);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(LONGEST_SIGNATURE));
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    return '';
  }
}

const LONGEST_SIGNATURE = 20;

function isRunning(owner: number): boolean {
  try {
    return process.kill(owner, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function refused(code: 'file/locked' | 'file/unwritable', message: string, lock: string): Checked<never> {
  const hint =
    code === 'file/locked' ? `try again; where nobody writes, delete ${inBackticks(lock)}` : undefined;
  return { ok: false, diagnostics: [diagnosticOf(code, message, { path: lock }, { hint })] };
}
