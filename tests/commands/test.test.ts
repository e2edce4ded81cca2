import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/regression/report.ts';
import { run } from './workplace.ts';

const FILES = '../../regression/files';

describe('test', () => {
  test('runs the scenarios of the working directory', async () => {
    const result = await run('test');

    expect({ code: result.code, stderr: result.stderr }).toEqual({ code: 0, stderr: '' });
    expect(result.stdout).toContain(
      'pending: by-weeks (scenarios/orders.yaml:23)\n  windows in business days',
    );
    expect(result.stdout).toMatch(/^2 passed, 0 failed, 1 pending$/m);
  });

  test('shows what was expected and what was found', async () => {
    const result = await run(`test ${FILES}/wrong-outcome.yaml`);

    expect({ code: result.code, stderr: result.stderr }).toEqual({ code: 1, stderr: '' });
    expect(result.stdout).toBe(
      `failed: wrong-outcome (${FILES}/wrong-outcome.yaml:3)\n` +
        '  rival, outcome: expected permitted, found first-refusal\n\n' +
        '0 passed, 1 failed, 0 pending\n',
    );
  });

  test('reads a folder, files and standard input, each file once', async () => {
    const whole = 'pack: example\nscenarios:\n  - { id: typed, request: {}, pending: later }\n';

    const { stdout } = await run('test scenarios scenarios/orders.yaml - --format json', whole);

    const ids = reportIn(stdout).scenarios.map(({ id }) => id);
    expect(ids).toEqual(['unoffered', 'misspelt', 'by-weeks', 'typed']);
  });

  test('leaves files of a folder alone that hold something else', async () => {
    const { stdout } = await run('test . --format json');

    expect(reportIn(stdout)).toMatchObject({ passed: 2, failed: 0, unusable: [] });
  });

  test('reads the whole of a folder called scenarios, so that no misspelt file is passed over', async () => {
    const { code, stdout } = await run('test ../misspelt --format json');

    expect(code).toBe(1);
    expect(reportIn(stdout)).toMatchObject({
      failed: 1,
      unusable: [{ file: '../misspelt/scenarios/orders.yaml' }],
    });
  });

  test('fails on a file that cannot be used, and runs the others', async () => {
    const { code, stdout } = await run('test - scenarios --format json', 'scenarios: [');

    expect(code).toBe(1);
    expect(reportIn(stdout)).toMatchObject({ passed: 2, failed: 1, pending: 1 });
    expect(reportIn(stdout).unusable[0]?.file).toBe('<stdin>');
  });

  test('fails where there are no scenarios', async () => {
    const { code, stdout, stderr } = await run('test rules');

    expect({ code, stdout }).toEqual({ code: 1, stdout: '0 passed, 0 failed, 0 pending\n' });
    expect(stderr).toContain('there are no scenarios');
  });

  test.each([
    ['a missing file', 'test scenarios missing.yaml', 'file/unreadable'],
    ['a pack that does not load', 'test --rules cycle', 'clause/precedence-cycle'],
  ])('cannot do its job with %s', async (_, line, code) => {
    const result = await run(line);

    expect({ code: result.code, stdout: result.stdout }).toEqual({ code: 2, stdout: '' });
    expect(result.stderr).toContain(`error ${code}: `);
  });
});

function reportIn(stdout: string): Report {
  return JSON.parse(stdout) as Report;
}
