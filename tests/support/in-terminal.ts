import { spawn } from 'node:child_process';

interface Terminal {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly columns?: number;
  /** Is told all that has appeared so far, whenever there is more. */
  readonly onShown?: (screen: string) => void;
}

/** Runs a command line of a shell on a terminal of its own, as wide as is said, and gives all that appears there. */
export async function inTerminal(
  commandLine: string,
  { cwd, env = {}, columns = 80, onShown }: Terminal,
): Promise<string> {
  const child = spawn('script', ['-qefc', `stty cols ${String(columns)}; ${commandLine}`, '/dev/null'], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', TERM: 'xterm', ...env },
  });
  let screen = '';
  child.stdout.on('data', (chunk: Buffer) => {
    screen += chunk.toString();
    onShown?.(screen);
  });
  await new Promise((resolve) => child.on('close', resolve));
  return screen;
}

/** Writes words of a command line so that a shell takes each as it is. */
export function quoted(words: readonly string[]): string {
  return words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(' ');
}
