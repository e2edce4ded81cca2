import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runInProcess, type Run } from '../support/run-in-process.ts';
import { WORKPLACE } from './workplace.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'compute-rights-'));
  cpSync(path.join(WORKPLACE, 'rules/example'), path.join(folder, 'rules/example'), { recursive: true });
  cpSync(path.join(WORKPLACE, 'rules/example'), path.join(folder, 'amended'), { recursive: true });
  amend('amended', 'less-than: 5', 'less-than: 50');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('compare', () => {
  test('shows what changes between two folders, and exits with 1', async () => {
    const result = await run('compare rules/example amended');

    expect({ code: result.code, stderr: result.stderr }).toEqual({ code: 1, stderr: '' });
    expect(result.stdout).toContain('Only more permissive, proved');
    expect(result.stdout).toContain('first-refusal → permitted');
    expect(result.stdout.replaceAll(/\s+/g, ' ')).toContain(
      'megawatts at least 5 MW and less than 50 MW, capacity new',
    );
    expect(result.stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  test('says that nothing changes, and exits with 0', async () => {
    const result = await run('compare rules/example rules/example');

    expect({ code: result.code, stderr: result.stderr }).toEqual({ code: 0, stderr: '' });
    expect(result.stdout).toContain('Equal, proved: every request there can be has the same outcome.');
  });

  test('writes JSON and Markdown', async () => {
    const json = await run('compare rules/example amended --format json');
    const markdown = await run('compare rules/example amended --format markdown');

    expect(JSON.parse(json.stdout)).toMatchObject({
      format: 'compute-rights/comparison/1',
      verdict: 'more-permissive',
    });
    expect(markdown.stdout).toContain('| who | where | change | clauses | id |');
    expect([json.code, markdown.code]).toEqual([1, 1]);
  });

  test('compares two days of one pack', async () => {
    const result = await run('compare rules/example --from-day 2023-12-31 --to-day 2024-01-01');
    const own = await run('compare --from-day 2024-02-01 --to-day 2024-03-01');

    expect(result.stdout).toContain('Only more restrictive, proved');
    expect(result.stdout).toContain('on 2023-12-31');
    expect([result.code, own.code]).toEqual([1, 0]);
  });

  test.each([
    ['compare', 'there is nothing to compare'],
    ['compare rules/example', 'there is nothing to compare'],
    ['compare ../elsewhere', 'there is nothing to compare'],
    ['compare rules/example amended --rules amended', 'the folders are named already'],
    ['compare rules/example --from-day 2024-01-01', 'give both --from-day and --to-day'],
    ['compare rules/example --from-day 2024-01-01 --to-day soon', 'no day such as 2025-01-21'],
    ['compare main..HEAD', 'there is no git repository here'],
  ])('refuses %s', async (commandLine, message) => {
    const result = await run(commandLine);

    expect(result.code).toBe(2);
    expect(result.stdout).toBe('');
    expect(result.stderr).toContain(message);
  });

  test('says where a pack does not load, of either side', async () => {
    amend('amended', 'kind: first-refusal', 'kind: first-refuse');

    const result = await run('compare rules/example amended');

    expect(result.code).toBe(2);
    expect(result.stderr).toContain('amended/deed.yaml:16:');
  });
});

describe('compare with revisions of git', () => {
  beforeEach(() => {
    git('init', '--quiet', '--initial-branch', 'main');
    commit('the contracts');
    git('tag', 'v1');
    amend('rules/example', 'less-than: 5', 'less-than: 50');
    commit('an amendment');
  });

  test.each(['v1..HEAD', 'v1..', 'main~1..main', '..HEAD~1'])('reads the packs of %s', async (range) => {
    const result = await run(`compare ${range} --format json`);

    expect({ code: result.code, stderr: result.stderr }).toEqual({ code: 1, stderr: '' });
    const { verdict } = JSON.parse(result.stdout) as { readonly verdict: string };
    expect(verdict).toBe(range === '..HEAD~1' ? 'more-restrictive' : 'more-permissive');
  });

  test('does not look at what is not committed', async () => {
    amend('rules/example', 'less-than: 50', 'less-than: 500');

    expect((await run('compare HEAD..HEAD --rules rules/example')).code).toBe(0);
  });

  test.each([
    ['--output=stolen..HEAD', 'is no revision'],
    ['HEAD..--upload-pack=touch', 'is no revision'],
    ['$(touch stolen)..HEAD', 'is no revision'],
    ['HEAD;touch stolen..HEAD', 'is no revision'],
    ['v2..HEAD', '`v2` is no revision of this repository'],
  ])('refuses %s, and runs nothing', async (range, message) => {
    const result = await runInProcess(['compare', '--', range], folder);

    expect(result.code).toBe(2);
    expect(result.stderr).toContain(message);
    expect(git('status', '--porcelain').toString()).toBe('');
  });

  test('names a folder that a revision does not have, a link in it, and a mistake in a file of it', async () => {
    const missing = await run('compare v1..HEAD --rules nowhere');
    rmSync(path.join(folder, 'amended/deed.yaml'));
    symlinkSync('/etc/passwd', path.join(folder, 'amended/deed.yaml'));
    commit('a link');
    const link = await run('compare HEAD~1..HEAD --rules amended');
    amend('rules/example', 'kind: first-refusal', 'kind: first-refuse');
    commit('a mistake');
    const mistake = await run('compare v1..HEAD');

    expect([missing.code, link.code, mistake.code]).toEqual([2, 2, 2]);
    expect(missing.stderr).toContain('revision `v1` has no folder `nowhere`');
    expect(link.stderr).toContain('HEAD:amended/deed.yaml');
    expect(link.stderr).toContain('file/not-a-file');
    expect(mistake.stderr).toContain('HEAD:rules/example/deed.yaml:16:');
  });

  test('stays within the repository', async () => {
    const result = await run(`compare v1..HEAD --rules ${WORKPLACE}/rules/example`);

    expect(result.code).toBe(2);
    expect(result.stderr).toContain('outside of this repository');
  });
});

describe('compare with own requests', () => {
  const LARGE = { actor: 'buyer', date: '2025-03-31', acts: ['procure-capacity'], providers: ['rival'] };

  test('tells which of them are answered otherwise', async () => {
    write(
      'asked.jsonl',
      [10, 200].map((megawatts) => ({ ...LARGE, facts: { capacity: 'new', megawatts, 'own-site': false } })),
    );

    const result = await run('compare rules/example amended --requests asked.jsonl');
    const same = await run('compare rules/example rules/example --requests asked.jsonl');

    expect(result.stdout).toContain(
      '1 of 2 requests answered otherwise:\n  - asked.jsonl:1, rival: first-refusal → permitted',
    );
    expect(same.stdout).toContain('0 of 2 requests answered otherwise.');
    expect([result.code, same.code]).toEqual([1, 0]);
  });

  test('tells which scenarios are answered otherwise, and lets be those that nobody can read', async () => {
    cpSync(path.join(WORKPLACE, 'scenarios'), path.join(folder, 'scenarios'), { recursive: true });
    amend('amended', 'less-than: 50', 'less-than: 500');

    const result = await run('compare rules/example amended --format json --scenarios scenarios');

    const { scenarios } = JSON.parse(result.stdout) as { readonly scenarios: unknown };
    expect(scenarios).toMatchObject({
      asked: 2,
      flips: [{ name: 'unoffered', line: 3, provider: 'rival', before: 'first-refusal', after: 'permitted' }],
    });
  });

  test('says on which line a request is wrong', async () => {
    write('asked.jsonl', [LARGE, { ...LARGE, actor: 'byer' }]);

    const result = await run('compare rules/example amended --requests asked.jsonl');

    expect(result.code).toBe(2);
    expect(result.stderr).toContain('asked.jsonl:2:');
    expect(result.stderr).toContain('did you mean `buyer`?');
  });
});

describe('compare with acknowledged changes', () => {
  test('exits with 0 where all are acknowledged, 1 where one is not', async () => {
    const found = JSON.parse((await run('compare rules/example amended --format json')).stdout) as {
      readonly changes: readonly { readonly id: string }[];
    };
    const ids = found.changes.map(({ id }) => id);
    acknowledge(ids);
    const all = await run('compare rules/example amended --expect agreed.yaml');
    acknowledge(ids.slice(1));
    const some = await run('compare rules/example amended --expect agreed.yaml');

    expect([all.code, some.code]).toEqual([0, 1]);
    expect(all.stdout).toContain('acknowledged by counsel: agreed with the holder');
    expect(ids.length).toBeGreaterThan(1);
  });

  test('refuses an acknowledgement of what is not so, one given twice, and one that says too little', async () => {
    acknowledge(['c0123456789a']);
    const stale = await run('compare rules/example rules/example --expect agreed.yaml');
    acknowledge(['c0123456789a', 'c0123456789a']);
    const twice = await run('compare rules/example rules/example --expect agreed.yaml');
    writeFileSync(path.join(folder, 'agreed.yaml'), 'acknowledged: [{ change: c0123456789a, who: counsel }]');
    const silent = await run('compare rules/example rules/example --expect agreed.yaml');

    expect([stale.code, twice.code, silent.code]).toEqual([2, 2, 2]);
    expect(stale.stderr).toContain('agreed.yaml:2:13\nerror acknowledgement/matches-nothing');
    expect(twice.stderr).toContain('shape/repeated');
    expect(silent.stderr).toContain('shape/missing-key');
  });
});

function run(commandLine: string): Promise<Run> {
  return runInProcess(commandLine.split(' '), folder);
}

function amend(pack: string, before: string, after: string): void {
  const file = path.join(folder, pack, 'deed.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(before, after));
}

function write(name: string, lines: readonly object[]): void {
  writeFileSync(path.join(folder, name), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}

function acknowledge(ids: readonly string[]): void {
  const entries = ids.map((id) => `  - change: ${id}\n    who: counsel\n    why: agreed with the holder\n`);
  writeFileSync(path.join(folder, 'agreed.yaml'), `acknowledged:\n${entries.join('')}`);
}

function git(...args: readonly string[]): Buffer {
  return execFileSync('git', ['-C', folder, ...args]);
}

function commit(message: string): void {
  git('add', '--all');
  git('-c', 'user.name=Test', '-c', 'user.email=test@example.org', 'commit', '--quiet', '--message', message);
}
