import { describe, expect, test } from 'vitest';
import type { CoverageReport } from '../../src/coverage/report.ts';
import { run } from './workplace.ts';

const FILES = '../../regression/files';

describe('test --coverage', () => {
  test('exits with 0 where no floor is asked for, and says what is missed', async () => {
    const { code, stdout, stderr } = await run('test --coverage');

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^A worked example: 2 scenarios$/m);
    expect(stdout).toMatch(/^ {2}clause exclusive-distribution$/m);
    expect(stdout.match(/^ {2}- id: region-/gm)).toHaveLength(3);
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  test('writes the same each time', async () => {
    const [one, other] = [await run('test --coverage'), await run('test --coverage')];

    expect(one.stdout).toBe(other.stdout);
  });

  const { of, reached } = { of: 12, reached: 1 };
  test.each([
    ['parts=8.33', 0],
    ['parts=8.34', 1],
    ['parts=9', 1],
    ['regions=0', 0],
    ['100', 1],
    ['0', 0],
  ])(`holds ${String(reached)} of ${String(of)} parts against the floor %s`, async (floor, code) => {
    const result = await run(`test --coverage --missed 0 --at-least ${floor} --format json`);

    expect(reportIn(result.stdout).packs[0]?.parts).toMatchObject({ of, reached });
    expect(result.code).toBe(code);
    expect(reportIn(result.stdout).below.length > 0).toBe(code === 1);
  });

  test('takes a floor for parts and one for regions', async () => {
    const { code, stdout } = await run(
      'test --coverage --missed 0 --at-least parts=5 --at-least regions=99.5 --format json',
    );

    expect(code).toBe(1);
    expect(reportIn(stdout).below).toEqual([{ pack: 'example', what: 'regions', atLeast: 99.5 }]);
  });

  test('reaches no floor for regions that it could not count', async () => {
    const { code, stdout } = await run('test --coverage --missed 0 --nodes 10 --at-least regions=0');

    expect(code).toBe(1);
    expect(stdout).toMatch(/^Regions not counted: it needs more than 10 nodes$/m);
    expect(stdout).not.toMatch(/regions with a scenario/);
  });

  test('counts only scenarios that hold, and fails where one does not', async () => {
    const { code, stdout } = await run(`test ${FILES}/wrong-outcome.yaml --coverage --missed 0`);

    expect(code).toBe(1);
    expect(stdout).toMatch(/^failed: wrong-outcome /);
    expect(stdout).toMatch(/^A worked example: 0 scenarios$/m);
    expect(stdout).toMatch(/parts that decide a scenario +0 of +12 +0\.00 %/);
  });

  test.each([
    ['test --at-least 90', '--at-least goes with --coverage or --mutate'],
    ['test --missed 3', '--missed goes with --coverage'],
    ['test --nodes 3', '--nodes goes with --coverage'],
    ['test --coverage --at-least 100.01', '`100.01` is no floor'],
    ['test --coverage --at-least 89.999', '`89.999` is no floor'],
    ['test --coverage --at-least clauses=9', '`clauses=9` is no floor'],
    ['test --coverage --at-least -1', '`-1` is no floor'],
    ['test --coverage --missed many', '`many` is no number of scenarios'],
    ['test --coverage --nodes 1e3', '`1e3` is no number of nodes'],
    ['test --coverage --format junit', '--coverage is written as text or json'],
    ['test --coverage --list', '--list and --coverage cannot be used together'],
    ['test --coverage --watch', '--watch and --coverage cannot be used together'],
    ['test --coverage --only nobody', 'no scenario to run is left by --only'],
  ])('refuses %s', async (line, complaint) => {
    const { code, stdout, stderr } = await run(line);

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(complaint);
  });
});

function reportIn(stdout: string): CoverageReport {
  return JSON.parse(stdout) as CoverageReport;
}
