import { spawnSync } from 'node:child_process';
import path from 'node:path';

const VITEST = path.resolve(import.meta.dirname, '../../node_modules/vitest/vitest.mjs');

/** What the tests of a folder came to. */
export interface SuiteRun {
  readonly passed: number;
  /** The first line of each failure's message. */
  readonly failures: readonly string[];
}

/** Runs vitest as a program of its own in a folder, with no configuration. */
export function runSuiteIn(folder: string): SuiteRun {
  const { PATH = '', HOME = '' } = process.env;
  const args = [VITEST, 'run', '--reporter=json', '--root', '.'];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH, HOME },
  });
  const from = stdout.indexOf('{');
  if (from === -1) throw new Error(stderr);
  const { numPassedTests, testResults } = JSON.parse(stdout.slice(from)) as JsonReport;
  const messages = testResults.flatMap(({ assertionResults, message }) => [
    ...(message === '' ? [] : [message]),
    ...assertionResults.flatMap(({ failureMessages }) => failureMessages),
  ]);
  return { passed: numPassedTests, failures: messages.map((each) => each.split('\n', 1).join()) };
}

interface JsonReport {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly { readonly failureMessages: readonly string[] }[];
  }[];
}
