import { describe, expect, test } from 'vitest';
import type { Listing } from '../../src/regression/list-cases.ts';
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

  test('cannot do its job where there is nothing to run', async () => {
    const pending = 'pack: example\nscenarios: [{ id: later, request: {}, pending: not yet }]\n';

    const nothing = { code: 2, stdout: '' };
    expect(await run('test rules')).toMatchObject({
      ...nothing,
      stderr: expect.stringContaining('no scenarios'),
    });
    expect(await run('test -', pending)).toMatchObject(nothing);
    const filtered = await run('test --only nothing-like-that');
    expect(filtered).toMatchObject({ ...nothing, stderr: expect.stringContaining('--only') });
    expect(await run('test --only by-weeks')).toMatchObject(nothing);
    expect(await run('test --only nothing-like-that --list')).toMatchObject(nothing);
  });

  test.each([
    ['unoff', ['unoffered']],
    ['u*o*red', ['unoffered']],
    ['mis --only un', ['unoffered', 'misspelt']],
    ['provider=rival', ['unoffered']],
    ['act=procure-capacity', ['unoffered', 'misspelt', 'by-weeks']],
    ['outcome=first-refusal', ['unoffered']],
    ['outcome=first-refusal --only outcome=permitted', ['unoffered']],
    ['clause=first-refusal --only mis', []],
    ['clause=own-sites', []],
    ['pack=example --only e', ['unoffered', 'misspelt', 'by-weeks']],
    ['pack=other', []],
    ['UNOFF', []],
    ['constructor=x', []],
  ])('--only %s', async (only, ids) => {
    const { stdout } = await run(`test --list --format json --only ${only}`);

    const listed = stdout === '' ? [] : (JSON.parse(stdout) as Listing).scenarios.map(({ id }) => id);
    expect(listed).toEqual(ids);
  });

  test('lists scenarios with their places, and runs none', async () => {
    const { code, stdout } = await run(`test --list scenarios ${FILES}/wrong-outcome.yaml`);

    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `scenarios/orders.yaml:3 unoffered\nscenarios/orders.yaml:20 misspelt\nscenarios/orders.yaml:23 by-weeks\n${FILES}/wrong-outcome.yaml:3 wrong-outcome\n`,
    });
  });

  test('lists what it can, and says which file it cannot read', async () => {
    const { code, stdout, stderr } = await run(`test --list scenarios ${FILES}/no-expectation.yaml`);

    expect({ code, lines: stdout.split('\n').length }).toEqual({ code: 1, lines: 4 });
    expect(stderr).toContain('error scenario/no-expectation');
  });

  test.each([
    ['--list --reset', '--list and --reset cannot be used together'],
    ['--list --reset --watch', '--list and --reset and --watch cannot'],
    ['--list --format tap', '--list is written as text or json'],
    ['--reset --format json', '--reset is written as text'],
    ['--watch -', '--watch cannot watch standard input'],
    ['--only ', '--only needs'],
  ])('cannot do %s', async (options, message) => {
    const { code, stdout, stderr } = await run(`test ${options}`);

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  test('keeps to 80 columns', async () => {
    const { stdout } = await run(`test ${FILES}/wrong-matrix.yaml ${FILES}/partial-turns-on.yaml`);

    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(stdout).toContain('failed: each-site[');
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
