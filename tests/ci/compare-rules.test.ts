import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WORKPLACE } from '../commands/workplace.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'compute-rights-'));
  mkdirSync(path.join(folder, '.ci'));
  cpSync(path.join(ROOT, '.ci/compare-rules.sh'), path.join(folder, '.ci/compare-rules.sh'));
  cpSync(path.join(WORKPLACE, 'rules/example'), path.join(folder, 'rules/example'), { recursive: true });
  symlinkSync(path.join(ROOT, 'dist'), path.join(folder, 'dist'));
  writeFileSync(path.join(folder, '.gitignore'), 'dist\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the comparison of the rules on each run', () => {
  test('is not made, and says so, without git, without a commit before, and in a shallow clone', () => {
    const without = compared();
    git('init', '--quiet', '--initial-branch', 'main');
    commit('the contracts');
    const first = compared();
    amend('less-than: 5', 'less-than: 50');
    commit('an amendment');
    const clone = path.join(folder, 'clone');
    execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${folder}`, clone]);
    const shallow = compared(clone);

    for (const each of [without, first, shallow])
      expect(each).toMatch(/^rules: not compared, for the commit before/);
  });

  test('tells what changed since the commit before, and nothing where nothing did', () => {
    git('init', '--quiet', '--initial-branch', 'main');
    commit('the contracts');
    amend('less-than: 5', 'less-than: 50');
    commit('an amendment');
    const changed = compared();
    writeFileSync(path.join(folder, 'readme.txt'), 'read me');
    commit('a page');

    expect(changed).toMatch(/^rules: rules\/example, compared with the commit [0-9a-f]{12}\n/);
    expect(changed).toContain('Only more permissive, proved');
    expect(compared()).toMatch(/^rules: the same text as in the commit [0-9a-f]{12}\n$/);
  });

  test('goes back to the last release, and says where its rules cannot be read', () => {
    git('init', '--quiet', '--initial-branch', 'main');
    amend('kind: first-refusal', 'kind: first-refuse');
    commit('rules of an older language');
    git('tag', 'v0.1.0');
    amend('kind: first-refuse', 'kind: first-refusal');
    commit('the contracts');
    writeFileSync(path.join(folder, 'readme.txt'), 'read me');
    commit('a page');

    const said = compared();

    expect(said).toContain('compared with the release v0.1.0');
    expect(said).toContain('rules/example/deed.yaml:16:');
    expect(said).toContain('rules: rules/example could not be compared');
  });
});

/** What the script prints. Whatever it meets, it fails no run. */
function compared(cwd = folder): string {
  const env = { ...process.env, GIT_CEILING_DIRECTORIES: tmpdir() };
  const { status, stdout, stderr } = spawnSync('bash', [path.join(cwd, '.ci/compare-rules.sh')], {
    env,
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}

function amend(before: string, after: string): void {
  const file = path.join(folder, 'rules/example/deed.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(before, after));
}

function git(...args: readonly string[]): void {
  execFileSync('git', ['-C', folder, ...args]);
}

function commit(message: string): void {
  git('add', '--all');
  git('-c', 'user.name=Test', '-c', 'user.email=test@example.org', 'commit', '--quiet', '--message', message);
}
