import { Readable } from 'node:stream';
import { runCommand } from '../../src/commands/program.ts';
import type { Surroundings } from '../../src/commands/surroundings.ts';

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
    ...silentSurroundings(cwd),
    stdin: Readable.from(stdin === '' ? [] : [stdin]),
    stdout: { write: (text) => (printed.stdout += text) },
    stderr: { write: (text) => (printed.stderr += text) },
    env,
  });
  return { code, ...printed };
}

/** Surroundings in which nothing is heard and nothing given. */
export function silentSurroundings(cwd: string): Surroundings {
  return {
    stdin: Readable.from([]),
    stdout: { write: () => true },
    stderr: { write: () => true },
    cwd,
    env: {},
    isTerminal: false,
    today: () => TODAY,
  };
}

/** The day on which every command line of a test runs. */
const TODAY = '2025-06-30';
