import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WORKPLACE } from '../commands/workplace.ts';
import { runSuiteIn } from '../support/run-suite.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const FILES = path.join(ROOT, 'tests/regression/files');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'compute-rights-'));
  await cp(WORKPLACE, folder, { recursive: true });
  await cp(path.join(FILES, 'no-expectation.yaml'), path.join(folder, 'scenarios/no-expectation.yaml'));
  await cp(path.join(FILES, 'wrong-outcome.yaml'), path.join(folder, 'scenarios/wrong-outcome.yaml'));
  await mkdir(path.join(folder, 'node_modules'));
  await symlink(ROOT, path.join(folder, 'node_modules/compute-rights'));
  await symlink(path.join(ROOT, 'node_modules/vitest'), path.join(folder, 'node_modules/vitest'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('describeScenarios', { timeout: 60_000 }, () => {
  test('skips what is pending, and fails on what does not hold and on a file that cannot be used', async () => {
    const { passed, failures } = await suiteOf('{}');

    expect(passed).toBe(2);
    expect(failures.toSorted()).toEqual([
      expect.stringContaining('rival, outcome: expected permitted, found first-refusal'),
      expect.stringContaining('scenarios/no-expectation.yaml:3:9'),
    ]);
  });

  test('takes what is asked for', async () => {
    const asked = `{ rules: 'rules/example', scenarios: ['scenarios/orders.yaml'], only: ['unoff'] }`;

    expect(await suiteOf(asked)).toEqual({ passed: 1, failures: [] });
  });

  test.each([
    [`{ scenarios: 'rules' }`, 'there are no scenarios'],
    [`{ scenarios: 'scenarios/orders.yaml', only: ['nothing-like-that'] }`, 'there are no scenarios'],
    [`{ scenarios: 'scenarios/orders.yaml', only: ['by-weeks'] }`, 'there are no scenarios to run'],
    [`{ rules: 'cycle' }`, 'cycle/'],
  ])('is an error with %s', async (asked, message) => {
    const { passed, failures } = await suiteOf(asked);

    expect({ passed, failures }).toEqual({ passed: 0, failures: [expect.stringContaining(message)] });
  });
});

/** Runs a suite that consists of one call with these options. */
async function suiteOf(options: string) {
  const program = `import { describeScenarios } from 'compute-rights/vitest';\nawait describeScenarios(${options});\n`;
  await writeFile(path.join(folder, 'suite.test.ts'), program);
  return runSuiteIn(folder);
}
