import { spawnSync } from 'node:child_process';

/** Runs a command line of a shell on a terminal of its own, as wide as is said, and gives all that appears there. */
export function inTerminal(
  commandLine: string,
  { cwd, env = {}, columns = 80 }: { cwd: string; env?: Readonly<Record<string, string>>; columns?: number },
): string {
  const { stdout } = spawnSync(
    'script',
    ['-qec', `stty cols ${String(columns)}; ${commandLine}`, '/dev/null'],
    {
      cwd,
      env: { PATH: process.env['PATH'] ?? '', TERM: 'xterm', ...env },
      encoding: 'utf8',
    },
  );
  return stdout;
}

/** Writes words of a command line so that a shell takes each as it is. */
export function quoted(words: readonly string[]): string {
  return words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
}
