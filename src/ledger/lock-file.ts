import { open, readFile, rm } from 'node:fs/promises';
import { diagnosticOf, type Checked } from '../diagnostics/diagnostic.ts';
import { inBackticks } from '../diagnostics/plain-text.ts';

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
    await rm(lock, { force: true });
  }
}

async function take(lock: string): Promise<Checked<never> | undefined> {
  try {
    const file = await open(lock, 'wx');
    await file.writeFile(`${String(process.pid)}\n`);
    await file.close();
    return undefined;
  } catch (error) {
    const code = codeOf(error);
    if (code === undefined) throw error;
    if (code === 'EEXIST') return refused('ledger/locked', await describe(lock), lock);
    return refused('file/unwritable', 'the lock file cannot be written', lock);
  }
}

async function describe(lock: string): Promise<string> {
  const owner = Number((await readFile(lock, 'utf8').catch(() => '')).trim());
  if (!Number.isSafeInteger(owner) || owner <= 0) return 'another writer has the lock';
  const name = `process ${String(owner)}`;
  return isRunning(owner) ? `${name} has the lock` : `${name} has the lock, and does not run here any more`;
}

function isRunning(owner: number): boolean {
  try {
    return process.kill(owner, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function refused(code: 'ledger/locked' | 'file/unwritable', message: string, lock: string): Checked<never> {
  const hint =
    code === 'ledger/locked' ? `try again; where nobody writes, delete ${inBackticks(lock)}` : undefined;
  return { ok: false, diagnostics: [diagnosticOf(code, message, { path: lock }, { hint })] };
}

/** The code that the system gives an error, such as `ENOENT`. */
export function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
