import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CheckResult } from '../../src/commands/render-check.ts';
import { runInProcess, type Run } from '../support/run-in-process.ts';
import { WORKPLACE } from './workplace.ts';

const FILES = ['instrument.json', 'pack.json', 'request.json', 'scenarios.json'];

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'compute-rights-'));
  cpSync(WORKPLACE, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('check --schema', () => {
  test('writes a schema for each kind of document, and says so', async () => {
    const result = await run('check --schema');

    expect(result).toEqual({
      code: 0,
      stdout: [
        'rules/example: 3 clauses, 1 instrument, no mistakes',
        'wrote rules/example/schema/pack.json',
        'wrote rules/example/schema/instrument.json',
        'wrote rules/example/schema/request.json',
        'wrote rules/example/schema/scenarios.json\n',
      ].join('\n'),
      stderr: '',
    });
    expect(namesIn('rules/example/schema')).toEqual(FILES);
  });

  test('writes the same a second time, over what was there', async () => {
    await run('check --schema');
    const before = textsIn('rules/example/schema');
    writeFileSync(path.join(folder, 'rules/example/schema/pack.json'), 'an older one, longer or not');

    await run('check --schema');

    expect(textsIn('rules/example/schema')).toEqual(before);
  });

  test('leaves the pack what it was', async () => {
    const before = await run('check --format json');

    await run('check --schema');

    expect(await run('check --format json')).toEqual(before);
  });

  test('names what it wrote in JSON', async () => {
    const { stdout } = await run('check two-packs --schema --format json');

    const { packs } = JSON.parse(stdout) as CheckResult;
    expect(packs.map(({ schemas = [] }) => schemas.length)).toEqual([4, 4]);
    expect(packs[1]?.schemas?.[0]).toBe('two-packs/two/schema/pack.json');
    expect(namesIn('two-packs/two/schema')).toEqual(FILES);
  });

  test('writes none for a pack with mistakes, and reports them', async () => {
    const result = await run('check cycle --schema');

    expect(result).toEqual(await run('check cycle'));
    expect(result.code).toBe(1);
    expect(existsSync(path.join(folder, 'cycle/schema'))).toBe(false);
  });

  test('does not write into the packs supplied', async () => {
    const result = await runInProcess(['check', '--schema'], path.join(folder, 'scenarios'));

    expect({ code: result.code, stdout: result.stdout }).toEqual({ code: 2, stdout: '' });
    expect(result.stderr).toContain('error file/unreadable: ');
  });

  test('cannot do its job where something else stands in the place of the folder', async () => {
    writeFileSync(path.join(folder, 'rules/example/schema'), 'a note');

    const result = await run('check --schema');

    expect({ code: result.code, stdout: result.stdout }).toEqual({ code: 2, stdout: '' });
    expect(result.stderr).toContain('rules/example/schema\nerror file/unwritable: this is not a folder');
    expect(readFileSync(path.join(folder, 'rules/example/schema'), 'utf8')).toBe('a note');
  });

  test('does not follow a link out of the pack', async () => {
    symlinkSync(path.join(folder, 'scenarios'), path.join(folder, 'rules/example/schema'));

    const result = await run('check --schema');

    expect(result.code).toBe(2);
    expect(namesIn('scenarios')).toEqual(['orders.yaml']);
  });

  test('leaves no draft behind where a file has no place', async () => {
    mkdirSync(path.join(folder, 'rules/example/schema/request.json'), { recursive: true });

    const result = await run('check --schema');

    expect(result.code).toBe(2);
    expect(result.stderr).toContain('rules/example/schema/request.json\nerror file/unwritable: ');
    expect(namesIn('rules/example/schema')).toEqual(['instrument.json', 'pack.json', 'request.json']);
  });
});

function run(commandLine: string): Promise<Run> {
  return runInProcess(commandLine.split(' '), folder);
}

function namesIn(name: string): readonly string[] {
  return readdirSync(path.join(folder, name)).toSorted();
}

function textsIn(name: string): readonly string[] {
  return namesIn(name).map((file) => readFileSync(path.join(folder, name, file), 'utf8'));
}
