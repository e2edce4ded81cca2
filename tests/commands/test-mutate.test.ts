import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { MutationReport } from '../../src/mutation/report.ts';
import { deedWith, exclusivity } from '../mutation/small-pack.ts';
import { runInProcess, type Run } from '../support/run-in-process.ts';

const HOLDS = `pack: small
scenarios:
  - id: everybody
    request: { actor: buyer, acts: [procure] }
    matrix: { date: [2023-12-31, 2024-01-01], provider: [seller, rival] }
    expect:
      - { when: { date: 2023-12-31 }, outcome: permitted }
      - { when: { date: 2024-01-01, provider: seller }, outcome: permitted }
      - { when: { date: 2024-01-01, provider: rival }, outcome: prohibited }
  - id: not-yet
    pending: it is not clear what is expected
    request: { actor: buyer, date: 2024-01-01, acts: [procure], providers: [rival] }
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'compute-rights-'));
  for (const name of ['rules', 'rules/small', 'scenarios', 'failing']) await mkdir(path.join(folder, name));
  for (const [name, text] of Object.entries(deedWith(exclusivity('sole: false'))))
    await writeFile(path.join(folder, 'rules/small', name), text);
  await writeFile(path.join(folder, 'scenarios/holds.yaml'), HOLDS);
  await writeFile(
    path.join(folder, 'failing/fails.yaml'),
    HOLDS.replace('outcome: prohibited', 'outcome: permitted'),
  );
});
afterAll(() => rm(folder, { recursive: true }));

const run = (...argv: readonly string[]): Promise<Run> => runInProcess(['test', ...argv], folder);

describe('compute-rights test --mutate', () => {
  test('ends with 0 where every mutant is killed or equal, and says how many', async () => {
    const { code, stdout, stderr } = await run('--mutate');

    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toBe(`small: 5 killed, 0 survived, 0 open, 100 % killed
not counted: 4 proved to answer every request alike
`);
  });

  test('ends with 1 where one survives, and with 0 where that is within the floor', async () => {
    const all = await run('--mutate', '--only', 'provider=seller');
    const some = await run('--mutate', '--only', 'provider=seller', '--at-least', '20');

    expect([all.code, some.code]).toEqual([1, 0]);
    expect(all.stdout).toContain('no scenario would notice if the clause "Supply" were deleted');
    // A scenario is broken by the writer of YAML, which does not count the key.
    const lines = all.stdout.split('\n').filter((line) => !line.startsWith('    why: '));
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });

  test('writes JSON with what killed each', async () => {
    const { stdout } = await run('--mutate', '--format', 'json');

    const { packs, below } = JSON.parse(stdout) as MutationReport;
    expect(below).toEqual([]);
    expect(packs[0]).toMatchObject({ scenarios: 4, killed: 5, percent: 100 });
    expect(packs[0]?.mutants[0]).toMatchObject({
      id: 'supply/drop-clause',
      file: 'rules/small/deed.yaml',
      line: 9,
      status: 'killed',
      killedBy: 'everybody[date=2024-01-01,provider=rival]',
    });
  });

  test('tries nothing and ends with 2 where a scenario fails of the rules as they are', async () => {
    const { code, stdout, stderr } = await run('failing', '--mutate');

    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('failed: everybody[date=2024-01-01,provider=rival]');
    expect(stderr).toContain('error: scenarios fail of the rules as they are; mend them first');
  });

  test.each([
    [['--mutate', '--list'], '--list and --mutate cannot be used together'],
    [['--mutate', '--watch'], '--watch and --mutate cannot be used together'],
    [['--mutate', '--format', 'tap'], '--mutate is written as text or json'],
    [['--at-least', '90'], '--at-least goes with --coverage or --mutate'],
    [['--mutate', '--at-least', '101'], '`101` is no floor; write a percentage with at most two decimals'],
    [['--mutate', '--at-least', '-1'], '`-1` is no floor; write a percentage with at most two decimals'],
  ])('%s is refused', async (argv, message) => {
    const { code, stderr } = await run(...argv);

    expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
  });

  test('has nothing to do where nothing is run', async () => {
    const { code, stderr } = await run('--mutate', '--only', 'not-yet');

    expect([code, stderr]).toEqual([2, expect.stringContaining('no scenario to run is left by --only')]);
  });
});
