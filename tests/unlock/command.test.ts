import { describe, expect, test } from 'vitest';
import type { Unlock } from '../../src/unlock/unlocks.ts';
import { run } from '../commands/workplace.ts';

describe('evaluate --unlock', () => {
  test('writes the decision as it is without it, and what would change it below', async () => {
    const plain = await run('evaluate request.yaml --provider rival');
    const unlocked = await run('evaluate request.yaml --provider rival --unlock');

    expect(unlocked.code).toBe(plain.code);
    expect(unlocked.stdout.startsWith(plain.stdout)).toBe(true);
    expect(unlocked.stdout).toContain('What would let Rival Cloud serve\n');
  });

  test('keeps to 80 columns in a pipe and has no escape sequences', async () => {
    const { stdout } = await run('evaluate request.yaml --unlock --at-most 3');

    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(stdout).not.toContain('\u001B');
  });

  test('adds a list to the decision as JSON, one entry for each provider that may not serve', async () => {
    const { stdout } = await run('evaluate request.yaml --unlock --format json');
    const plain = await run('evaluate request.yaml --format json');

    const { unlocks, ...decision } = JSON.parse(stdout) as { readonly unlocks: readonly Unlock[] };
    expect(decision).toEqual(JSON.parse(plain.stdout));
    expect(unlocks.map(({ provider, atMost }) => [provider, atMost])).toEqual([['rival', 2]]);
    expect(unlocks[0]?.ways.length).toBeGreaterThan(2);
  });

  test('adds a section to the memo, in which nothing of the pack is markup', async () => {
    const { stdout } = await run('evaluate request.yaml --provider rival --unlock --format markdown');

    const section = stdout.slice(stdout.indexOf('\n## What would let'));
    expect(section).toMatch(/^\n## What would let Rival Cloud serve\n\n\d+ ways with at most 2 changes/u);
    expect(section).toMatch(/\*\*With what others do\*\*\n\n- /u);
  });

  test('finds no more than is asked for', async () => {
    const [one, three] = await Promise.all(
      ['1', '3'].map(async (most) => {
        const { stdout } = await run(`evaluate request.yaml --unlock --at-most ${most} --format json`);
        return (JSON.parse(stdout) as { readonly unlocks: readonly Unlock[] }).unlocks[0];
      }),
    );

    expect(Math.max(...(one?.ways ?? []).map(({ changes }) => changes.length))).toBe(1);
    expect(three?.ways.length).toBeGreaterThan(one?.ways.length ?? Infinity);
  });

  test.each([
    ['--unlock --no-assumptions', '--unlock could settle none'],
    ['--at-most 2', '--unlock is not given'],
    ['--unlock --at-most 9', 'Allowed choices are 1, 2, 3, 4.'],
  ])('is not taken as %s', async (options, said) => {
    const { code, stdout, stderr } = await run(`evaluate request.yaml ${options}`);

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(said);
  });
});
