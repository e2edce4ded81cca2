import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readAcknowledgements } from '../../src/pack/acknowledgements.ts';
import { blocksOf } from '../support/markdown-blocks.ts';
import { runInProcess, type Run } from '../support/run-in-process.ts';
import { WORKPLACE } from '../commands/workplace.ts';

const PAGE = path.resolve(import.meta.dirname, '../../docs/continuous-integration.md');
const blocks = blocksOf(readFileSync(PAGE, 'utf8'));
const workflow = parse(blocks.find(({ info }) => info === 'yaml workflow')?.text ?? '') as Workflow;
const steps = workflow.jobs['rules']?.steps ?? [];

interface Workflow {
  readonly on: { readonly pull_request: { readonly paths: readonly string[] } };
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
}

interface Step {
  readonly name?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Every command line of the program on the page, without what the shell does with its output. */
const commandLines = steps
  .flatMap(({ run = '' }) => run.split('\n'))
  .flatMap((line) => /npx compute-rights (.*?)(?: >.*)?$/.exec(line.trim())?.[1] ?? []);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'compute-rights-'));
  for (const name of ['rules/example', 'scenarios']) {
    cpSync(path.join(WORKPLACE, name), path.join(folder, name), { recursive: true });
  }
  writeFileSync(path.join(folder, 'acknowledged.yaml'), 'acknowledged: []\n');
  git('init', '--quiet', '--initial-branch', 'main');
});
afterAll(() => rmSync(folder, { recursive: true }));

function git(...args: readonly string[]): string {
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.org'];
  return execFileSync('git', ['-C', folder, ...who, ...args])
    .toString()
    .trim();
}

function commit(message: string): string {
  git('add', '--all');
  git('commit', '--quiet', '--message', message);
  return git('rev-parse', 'HEAD');
}

function run(line: string, base: string): Promise<Run> {
  return runInProcess(line.replaceAll('"', '').replace('$BASE', base).split(' '), folder);
}

describe('the workflow on the page', () => {
  test('has the steps that the page tells of, each with a name or a version', () => {
    expect(steps.map(({ name, uses }) => name ?? uses ?? 'run')).toEqual([
      'actions/checkout@v4',
      'actions/setup-node@v4',
      'run',
      'Check the rules',
      'Run the scenarios',
      'Write the findings down',
      'Show the findings',
      'Say what changes',
      'Write it under the pull request',
      'Pass only if every change is acknowledged',
    ]);
    expect(workflow.permissions).toEqual({ contents: 'read' });
    expect(workflow.on.pull_request.paths).toContain('rules/**');
  });

  test('writes into no script what comes from outside', () => {
    expect(steps.filter(({ run: script = '' }) => script.includes('${{'))).toEqual([]);
    const given = steps.flatMap(({ env = {} }) => Object.values(env));
    expect(given.length).toBeGreaterThan(3);
    expect(given.filter((value) => /head\.ref|title|body|label/.test(value))).toEqual([]);
  });

  test('has command lines that run, and end as it says they do', async () => {
    await runInProcess(
      [
        'evaluate',
        path.join(WORKPLACE, 'request.yaml'),
        '--record',
        'decided.jsonl',
        '--set',
        'megawatts=20',
      ],
      folder,
    );
    const base = commit('the contracts');
    const deed = path.join(folder, 'rules/example/deed.yaml');
    writeFileSync(deed, readFileSync(deed, 'utf8').replace('less-than: 5', 'less-than: 50'));
    commit('an amendment');

    const runs: [string, Run][] = [];
    for (const line of commandLines) runs.push([line.split(' ', 1).join(), await run(line, base)]);

    expect(runs.map(([command, { code, stderr }]) => [command, code, stderr])).toEqual([
      ['check', 0, ''],
      ['test', 0, ''],
      ['check', 0, ''],
      ['compare', 1, ''],
      ['compare', 1, ''],
    ]);
    const [, , sarif, change, replayed] = runs.map(([, { stdout }]) => stdout);
    expect(JSON.parse(sarif ?? '')).toMatchObject({ version: '2.1.0' });
    expect(change).toContain('**Only more permissive, proved');
    expect(replayed).toContain('1 flipped.');
  });

  test('passes once every change is acknowledged', async () => {
    const line = commandLines.find((each) => each.includes('--expect')) ?? '';
    const { stdout } = await run(line, 'HEAD~1');
    const ids = [...stdout.matchAll(/`(c[0-9a-f]{11})`/g)].map(([, id = '']) => id);
    const acknowledged = ids.map((change) => ({ change, who: 'counsel', why: 'agreed' }));
    writeFileSync(path.join(folder, 'acknowledged.yaml'), JSON.stringify({ acknowledged }));

    const again = await run(line, 'HEAD~1');

    expect(ids.length).toBeGreaterThan(0);
    expect({ code: again.code, stderr: again.stderr }).toEqual({ code: 0, stderr: '' });
  });
});

describe('what else is on the page', () => {
  test('is files of acknowledged changes, as they are read', () => {
    const shown = blocks.filter(({ info }) => info === 'yaml acknowledged');

    const read = shown.map(({ text }) => readAcknowledgements(text, 'acknowledged.yaml'));

    expect(read.map((each) => each.ok && each.value.length)).toEqual([1, 0]);
    expect(blocks).toHaveLength(3);
  });
});
