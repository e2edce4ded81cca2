import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Replay } from '../../src/replay/replay.ts';
import { runInProcess, type Run } from '../support/run-in-process.ts';
import { WORKPLACE } from './workplace.ts';

const EVALUATE = 'evaluate request.yaml --provider rival --explain brief --record decided.jsonl';

let folder = '';
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'compute-rights-'));
  cpSync(path.join(WORKPLACE, 'request.yaml'), path.join(folder, 'request.yaml'));
  cpSync(path.join(WORKPLACE, 'rules/example'), path.join(folder, 'rules/example'), { recursive: true });
  cpSync(path.join(WORKPLACE, 'rules/example'), path.join(folder, 'amended'), { recursive: true });
  amend('amended', 'less-than: 5', 'less-than: 50');
  await run(`${EVALUATE} --set megawatts=20`);
  await run(EVALUATE);
}, 60_000);
afterEach(() => rmSync(folder, { recursive: true }));

describe('evaluate --record', () => {
  test('answers as it does without, and adds what was asked with its options', async () => {
    const plain = await run(EVALUATE.replace(' --record decided.jsonl', ''));
    const recorded = await run(EVALUATE);

    expect(recorded).toEqual(plain);
    expect(recorded.code).toBe(1);
    const lines = readFileSync(path.join(folder, 'decided.jsonl'), 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(3);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      format: 'compute-rights/record/1',
      assumptions: 'as-stated',
      document: { providers: ['rival'], facts: { megawatts: 20 } },
    });
  });

  test('records what a ledger says too, and the day by which it was known', async () => {
    const add = 'ledger add deals.jsonl --opportunity site --by clerk';
    await run(`${add} --open rival --recorded 2025-01-10`);
    await run(`${add} --event notice --happened 2025-02-20 --recorded 2025-02-20`);
    await run(`${add} --complete-to 2025-03-31 --recorded 2025-04-01`);
    const options = '--ledger deals.jsonl --opportunity site --record known.jsonl';
    await run(`evaluate request.yaml --provider rival ${options}`);
    await run(`evaluate request.yaml --provider rival ${options} --known-on 2025-01-15`);

    const replayed = await run('compare --replay known.jsonl rules/example rules/example --format json');

    const { decisions } = JSON.parse(replayed.stdout) as Replay;
    expect(decisions.map(({ result, answers }) => [result, answers[0]?.before])).toEqual([
      ['unchanged', 'permitted'],
      ['unchanged', 'undetermined'],
    ]);
    expect(replayed.code).toBe(0);
  });

  test('shows no answer that could not be recorded', async () => {
    const result = await run('evaluate request.yaml --record request.yaml');

    expect({ code: result.code, stdout: result.stdout }).toEqual({ code: 2, stdout: '' });
    expect(result.stderr).toContain('request.yaml:1:1\nerror record/not-a-record');
    expect(readFileSync(path.join(folder, 'request.yaml'), 'utf8')).toBe(
      readFileSync(path.join(WORKPLACE, 'request.yaml'), 'utf8'),
    );
  });

  test('records nothing of a request that is refused', async () => {
    const result = await run('evaluate request.yaml --actor byer --record none.jsonl');

    expect(result.code).toBe(2);
    expect(existsSync(path.join(folder, 'none.jsonl'))).toBe(false);
  });
});

describe('compare --replay', () => {
  test('tells which decision flips, and by what', async () => {
    const result = await run('compare --replay decided.jsonl rules/example amended');

    expect({ code: result.code, stderr: result.stderr }).toEqual({ code: 1, stderr: '' });
    expect(shortened(result.stdout)).toBe(`Before: A worked example (…)
After: A worked example (…)

2 recorded decisions asked again: 1 unchanged, 0 with the same outcomes for
other reasons, 1 flipped.

Line 1: Buyer, procure compute capacity, 2025-03-31 (rules …)
  Rival Cloud: first-refusal → permitted
    to procure compute capacity: no longer governed by first-refusal; other
      steps or days
    put back alone, this restores the recorded answer:
    - amendment: supply-deed,
      clauses.first-refusal.except.small-orders.when.megawatts.less-than was 5,
      is 50
`);
  });

  test('says what it cannot know without the rules of then', async () => {
    const result = await run('compare --replay decided.jsonl amended');

    expect(result.code).toBe(1);
    expect(shortened(result.stdout)).toContain(
      'what made the difference is not known: the rules of then (…) are\n      not at hand to be tried',
    );
  });

  test('exits with 0 where nothing differs, and writes every decision with --all', async () => {
    const same = await run('compare --replay decided.jsonl');
    const all = await run('compare --replay decided.jsonl --rules rules/example --all');

    expect([same.code, all.code]).toEqual([0, 0]);
    expect(same.stdout).not.toContain('Line 1');
    expect(all.stdout).toContain('  Rival Cloud: first-refusal, unchanged\n');
  });

  test('asks all on one day', async () => {
    const result = await run('compare --replay decided.jsonl --to-day 2023-05-01');

    expect(result.code).toBe(1);
    expect(result.stdout).toContain('2 flipped. All are asked on 2023-05-01.');
    expect(result.stdout).toContain('- date: the day asked for was 2025-03-31, is 2023-05-01');
  });

  test('writes Markdown, in which text of others is harmless', async () => {
    amend('rules/example', 'name: Rival Cloud', 'name: "a|b <script>"');
    rmSync(path.join(folder, 'decided.jsonl'));
    await run(`${EVALUATE} --set megawatts=20`);

    const result = await run('compare --replay decided.jsonl rules/example amended --format markdown');

    expect(result.code).toBe(1);
    expect(result.stdout).toContain('| line | decision | answer | what made the difference |');
    expect(result.stdout).toContain(
      '| 1 | Buyer, procure compute capacity, 2025-03-31 | a\\|b \\<script\\>: first-refusal → permitted',
    );
    expect(result.stdout).toContain('less-than was 5, is 50');
  });

  test.each([
    [
      'compare --replay decided.jsonl rules/example amended --expect agreed.yaml',
      '--expect has no use beside --replay',
    ],
    ['compare --replay decided.jsonl amended --from-day 2025-01-01', '--from-day has no use beside --replay'],
    ['compare --replay decided.jsonl amended --to-day soon', '--to-day is a day such as'],
    ['compare --replay decided.jsonl amended --rules rules/example', 'the folders are named already'],
    ['compare --replay none.jsonl', 'there is no such file'],
    ['compare --replay request.yaml', 'record/not-a-record'],
    ['compare --replay decided.jsonl nowhere', 'cannot be opened'],
    ['compare --replay decided.jsonl main..HEAD', 'there is no git repository here'],
  ])('refuses %s', async (commandLine, message) => {
    const result = await run(commandLine);

    expect({ code: result.code, stdout: result.stdout }).toEqual({ code: 2, stdout: '' });
    expect(result.stderr).toContain(message);
  });

  test('takes both sides from revisions of git', async () => {
    git('init', '--quiet', '--initial-branch', 'main');
    commit('the contracts');
    amend('rules/example', 'less-than: 5', 'less-than: 50');
    commit('an amendment');

    const replayed = await run('compare --replay decided.jsonl HEAD~1.. --format json');
    const wrong = await run('compare --replay decided.jsonl v1..');

    const { flipped, decisions } = JSON.parse(replayed.stdout) as Replay;
    expect({ code: replayed.code, flipped }).toEqual({ code: 1, flipped: 1 });
    expect(decisions[0]?.answers[0]?.causes).toMatchObject([
      { kind: 'amendment', instrument: 'supply-deed', clause: 'first-refusal', before: '5', after: '50' },
    ]);
    expect([wrong.code, wrong.stderr.includes('`v1` is no revision')]).toEqual([2, true]);
  });
});

function run(commandLine: string): Promise<Run> {
  return runInProcess(commandLine.split(' '), folder);
}

function shortened(text: string): string {
  return text.replaceAll(/[0-9a-f]{12}/g, '…');
}

function amend(pack: string, before: string, after: string): void {
  for (const name of ['deed.yaml', 'pack.yaml']) {
    const file = path.join(folder, pack, name);
    writeFileSync(file, readFileSync(file, 'utf8').replace(before, after));
  }
}

function git(...args: readonly string[]): void {
  execFileSync('git', ['-C', folder, ...args]);
}

function commit(message: string): void {
  git('add', '--all');
  git('-c', 'user.name=Test', '-c', 'user.email=test@example.org', 'commit', '--quiet', '--message', message);
}
