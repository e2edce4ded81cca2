import { spawn } from 'node:child_process';
import { inBackticks } from '../../diagnostics/plain-text.ts';
import type { Surroundings } from '../surroundings.ts';
import { UsageError } from '../usage-error.ts';

/** What git printed, and whether it was content. */
export interface GitRun {
  readonly isOk: boolean;
  readonly stdout: Buffer;
}

/** More than any pack may be, with the lines that git puts between its files. */
const MOST_BYTES = 64_000_000;

/**
 * Runs git in a folder, without a shell. Nothing that a user typed is taken for an option: callers put it behind
 * `--end-of-options`, or into an argument that begins otherwise.
 */
export async function runGit(
  folder: string,
  args: readonly string[],
  { env }: Pick<Surroundings, 'env'>,
  input = '',
): Promise<GitRun> {
  return new Promise((resolve, reject) => {
    const git = spawn('git', ['-C', folder, '--no-replace-objects', ...args], {
      env: { ...process.env, ...env, ...QUIET },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const chunks: Buffer[] = [];
    let size = 0;
    git.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MOST_BYTES) git.kill();
      else chunks.push(chunk);
    });
    git.on('error', () => {
      reject(new UsageError(`\`git\` cannot be run in ${inBackticks(folder)}`));
    });
    git.on('close', (code) => {
      resolve({ isOk: code === 0, stdout: Buffer.concat(chunks) });
    });
    // Git may end before it has read all of its input: then its exit code says so.
    git.stdin.on('error', () => undefined);
    git.stdin.end(input);
  });
}

/** Asks nobody, locks nothing, fetches nothing. */
const QUIET = { GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1', LC_ALL: 'C' };
