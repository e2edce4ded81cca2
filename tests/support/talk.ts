import { spawn } from 'node:child_process';

/** What is waited for on the terminal, and the keys that are pressed once it is there. */
export type Move = readonly [wait: string, keys: string];

export const KEYS = { enter: '\r', down: '\u001B[B', escape: '\u001B', clear: '\u0015', interrupt: '\u0003' };

/**
 * Runs a command line of a shell on a terminal of its own, which does not say how large it is, and plays a person before
 * it: each move waits until its words have appeared since the last one. Gives all that appeared, without what moves the
 * cursor, and the exit code.
 */
export async function talk(
  commandLine: string,
  moves: readonly Move[],
  { cwd }: { readonly cwd: string },
): Promise<{ readonly code: number | null; readonly screen: string }> {
  const child = spawn('script', ['-qefc', commandLine, '/dev/null'], {
    cwd,
    env: { PATH: process.env['PATH'] ?? '', TERM: 'xterm', LANG: 'C.UTF-8' },
  });
  const left = [...moves];
  let screen = '';
  let since = 0;
  const move = (): void => {
    const [wait, keys] = left[0] ?? [];
    const at = wait === undefined ? -1 : screen.indexOf(wait, since);
    if (wait === undefined || at === -1) return;
    since = at + wait.length;
    left.shift();
    // A key that comes before the prompt listens would be lost.
    setTimeout(() => {
      child.stdin.write(keys ?? '');
      move();
    }, 50);
  };
  child.stdout.on('data', (chunk: Buffer) => {
    screen += chunk.toString().replaceAll(CURSOR, '');
    move();
  });
  const patience = setTimeout(() => child.kill(), PATIENCE_MS);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearTimeout(patience);
  if (left.length > 0) throw new Error(`never seen: ${left[0]?.[0] ?? ''}\n${screen}`);
  return { code, screen };
}

const PATIENCE_MS = 30_000;

/** What moves the cursor, colours or erases. */
const CURSOR = new RegExp(`${'\u001B'}\\[[0-9;?]*[A-Za-z]`, 'g');
