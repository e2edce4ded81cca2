import { Readable } from 'node:stream';
import { runCommand } from '../../src/commands/program.ts';

/** What a command line printed, and how it ended. */
export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command line without a process of its own, as if piped, in a folder. */
export async function runInProcess(
  argv: readonly string[],
  cwd: string,
  stdin = '',
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const printed = { stdout: '', stderr: '' };
  const code = await runCommand(argv, {
    stdin: Readable.from(stdin === '' ? [] : [stdin]),
    stdout: { write: (text) => (printed.stdout += text) },
    stderr: { write: (text) => (printed.stderr += text) },
    cwd,
    env,
    isTerminal: false,
    today: () => TODAY,
  });
  return { code, ...printed };
}

/** The day on which every command line of a test runs. */
const TODAY = '2025-06-30';
