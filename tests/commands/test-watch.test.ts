import { spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCommand } from '../../src/commands/program.ts';
import { WORKPLACE } from './workplace.ts';

const CLI = path.resolve(import.meta.dirname, '../../dist/cli.js');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'compute-rights-'));
  await cp(WORKPLACE, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

describe('test --watch', { timeout: 60_000 }, () => {
  test('runs again when scenarios or rules change, shows what is wrong meanwhile, and ends on Ctrl-C', async () => {
    const watching = watch('test', '--watch');

    await watching.until(/^2 passed, 0 failed, 1 pending$/gmu, 1);
    await change('scenarios/orders.yaml', 'outcome: first-refusal\n', 'outcome: permitted\n');
    await watching.until(/^1 passed, 1 failed, 1 pending$/gmu, 1);
    await change('scenarios/orders.yaml', 'outcome: permitted\n', 'outcome: first-refusal\n');
    await watching.until(/^2 passed, 0 failed, 1 pending$/gmu, 2);
    await change('rules/example/deed.yaml', 'kind: first-refusal', 'kind: first-refusl');
    await watching.until(/error shape\/wrong-value/gu, 1);
    await change('rules/example/deed.yaml', 'kind: first-refusl', 'kind: first-refusal');
    await watching.until(/^2 passed, 0 failed, 1 pending$/gmu, 3);

    expect(await watching.interrupt()).toBe(130);
    expect(watching.printed()).not.toContain('\u001B');
  });

  test('sees a single file that is put in place of another', async () => {
    const watching = watch('test', 'scenarios/orders.yaml', '--watch', '--only', 'unoffered');

    await watching.until(/^1 passed/gmu, 1);
    await change('scenarios/orders.yaml', 'outcome: first-refusal\n', 'outcome: permitted\n');
    await watching.until(/^0 passed, 1 failed/gmu, 1);

    expect(await watching.interrupt()).toBe(130);
  });

  test('clears a terminal before each run', async () => {
    let printed = '';
    const code = await runCommand(['test', '--watch'], {
      stdin: Readable.from([]),
      stdout: { write: (text) => (printed += text) },
      stderr: { write: () => true },
      cwd: folder,
      env: {},
      isTerminal: true,
      today: () => '2025-06-30',
      onInterrupt: (stop) => setTimeout(stop),
    });

    expect(code).toBe(130);
    expect(printed.startsWith('\u001B[2J\u001B[3J\u001B[H')).toBe(true);
    expect(printed.split('\u001B')).toHaveLength(4);
  });

  test('cannot watch what is not there', async () => {
    const watching = watch('test', 'missing', '--watch');

    await watching.until(/there is no `missing` to watch/gu, 1);
    expect(await watching.ended).toBe(2);
  });
});

/** Starts the built program in the folder. */
function watch(...argv: readonly string[]) {
  const child = spawn(process.execPath, [CLI, ...argv], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '' },
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (printed += text));
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  return {
    ended,
    printed: () => printed,
    /** Waits until something has been printed so many times, and the program waits for changes. */
    until: (pattern: RegExp, times: number) =>
      expect
        .poll(() => [...printed.matchAll(pattern)].length, { timeout: 20_000, interval: 50 })
        .toBeGreaterThanOrEqual(times),
    interrupt: () => {
      child.kill('SIGINT');
      return ended;
    },
  };
}

async function change(file: string, before: string, after: string): Promise<void> {
  const text = await readFile(path.join(folder, file), 'utf8');
  expect(text).toContain(before);
  await writeFile(path.join(folder, file), text.replace(before, after));
}
