#!/usr/bin/env node
import { runCommand } from './commands/program.ts';

const COULD_NOT_WRITE = 2;
const ENGINE_BUG = 70;

// A reader that has seen enough, such as `head`, closes the pipe: nothing is wrong, and the exit code stays the answer's.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    if (stream === process.stdout) process.stderr.write(`compute-rights: cannot write: ${error.message}\n`);
    process.exit(COULD_NOT_WRITE);
  });
}

try {
  process.exitCode = await runCommand(process.argv.slice(2), {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    cwd: process.cwd(),
    env: process.env,
    isTerminal: Boolean(process.stdout.isTTY),
    stderrIsTerminal: Boolean(process.stderr.isTTY),
    columns: process.stdout.columns,
    terminal:
      process.stdin.isTTY && process.stderr.isTTY
        ? { input: process.stdin, output: process.stderr }
        : undefined,
    today,
    onInterrupt: (stop) => process.once('SIGINT', stop),
  });
} catch (error) {
  process.exitCode = ENGINE_BUG;
  const bug = error instanceof Error ? error : new Error(String(error));
  process.stderr.write(`compute-rights: internal error, please report it: ${bug.message}\n`);
  if ((process.env['DEBUG'] ?? '') !== '') process.stderr.write(`${bug.stack ?? ''}\n`);
}

/** The machine's own day; nothing else of the program reads its clock. */
function today(): string {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}
