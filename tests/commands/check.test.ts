import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CheckResult } from '../../src/commands/render-check.ts';
import { runInProcess } from '../support/run-in-process.ts';
import { run, WORKPLACE } from './workplace.ts';

describe('check', () => {
  test('sums a pack up that has no mistakes', async () => {
    const result = await run('check');

    expect(result).toEqual({
      code: 0,
      stdout: 'rules/example: 3 clauses, 1 instrument, no mistakes\n',
      stderr: '',
    });
  });

  test('reports mistakes on stdout, for they are its result', async () => {
    const result = await run('check cycle');

    expect({ code: result.code, stderr: result.stderr }).toEqual({ code: 1, stderr: '' });
    expect(result.stdout).toContain('error clause/precedence-cycle: ');
    expect(result.stdout).toMatch(/^cycle: 1 mistake$/m);
  });

  test('checks every pack of a folder', async () => {
    const result = await run('check two-packs --format json');

    expect(result.code).toBe(0);
    expect(reportIn(result.stdout).packs.map(({ folder, pack }) => [folder, pack?.id])).toEqual([
      ['two-packs/one', 'one'],
      ['two-packs/two', 'two'],
    ]);
  });

  test('gives diagnostics as data', async () => {
    const { code, stdout } = await run('check cycle --format json');

    const { errors, warnings, packs } = reportIn(stdout);
    expect({ code, errors, warnings }).toEqual({ code: 1, errors: 1, warnings: 0 });
    expect(packs).toEqual([
      { folder: 'cycle', diagnostics: [expect.objectContaining({ code: 'clause/precedence-cycle' })] },
    ]);
  });

  test('checks the packs supplied where the working directory has no rules', async () => {
    const result = await runInProcess(['check'], path.join(WORKPLACE, 'scenarios'));

    expect({ code: result.code, stderr: result.stderr }).toEqual({ code: 0, stderr: '' });
    expect(result.stdout).toContain(path.resolve(import.meta.dirname, '../../rules'));
  });

  test('cannot do its job where there is no folder', async () => {
    const result = await run('check nowhere');

    expect({ code: result.code, stdout: result.stdout }).toEqual({ code: 2, stdout: '' });
    expect(result.stderr).toContain('error file/unreadable: ');
  });
});

function reportIn(stdout: string): CheckResult {
  return JSON.parse(stdout) as CheckResult;
}
