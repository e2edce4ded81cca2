import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CheckResult } from '../../src/commands/render-check.ts';
import { runInProcess, type Run } from '../support/run-in-process.ts';
import { WORKPLACE } from './workplace.ts';

const UNUSED = '  memo: { title: A memo, date: 2024-02-01 }\n';
const LET_STAND = 'suppress: [{ code: lint/unused-document, of: memo, because: kept for the file }]\n';
const IDLE = 'suppress: [{ code: lint/unused-document, of: deed, because: it was once }]\n';
const promise = (id: string, what: string): string =>
  `promises: [{ id: ${id}, means: it holds, actor: buyer, act: procure-capacity, ${what} }]\n`;
const BROKEN = promise('open-to-rival', 'providers: rival, never: [prohibited]');
const KEPT = promise('incumbent-is-free', 'providers: incumbent, never: [first-refusal]');

/** Packs of one folder each: the good example with something written behind it, or in the place of something. */
const PACKS = {
  good: [],
  unused: [UNUSED],
  'let-stand': [UNUSED, LET_STAND],
  'idle-suppression': [IDLE],
  broken: [BROKEN],
  kept: [KEPT],
  'suppressed-promise': [
    BROKEN,
    'suppress: [{ code: lint/broken-promise, of: open-to-rival, because: never mind }]\n',
  ],
  weak: [],
  mistaken: ['parties: {}\n'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A pack of which a promise is broken only where enough has been ordered: no request is written that says so. */
const COUNTED = path.resolve(import.meta.dirname, '../../fixtures/semantics/rules/divided-measure');
const UNPROVED =
  'promises: [{ id: never-shut, means: it holds, actor: buyer, act: buy, providers: rival, never: [prohibited] }]\n';
const MEASURED = {
  unproved: [UNPROVED],
  'unproved-stands': [
    UNPROVED,
    'suppress: [{ code: lint/unproved-promise, of: never-shut, because: tested by scenarios }]\n',
  ],
} as const;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'compute-rights-'));
  for (const [name, more] of Object.entries(PACKS)) {
    cpSync(path.join(WORKPLACE, 'rules/example'), path.join(folder, name), { recursive: true });
    edit(`${name}/pack.yaml`, (text) => [text, ...more].join(''));
  }
  for (const [name, more] of Object.entries(MEASURED)) {
    cpSync(COUNTED, path.join(folder, name), { recursive: true });
    edit(`${name}/pack.yaml`, (text) => [text, ...more].join(''));
  }
  edit('weak/pack.yaml', (text) =>
    text.replace("grades: { A: the party's own words }", 'grades: { A: its words, B: a report }'),
  );
  edit('weak/deed.yaml', (text) => text.replace('at: clause 3, grade: A', 'at: clause 3, grade: B'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function edit(name: string, change: (text: string) => string): void {
  const file = path.join(folder, name);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

const run = (line: string): Promise<Run> => runInProcess(line.split(' '), folder);

describe('the exit code of check', () => {
  test.each<[string, 0 | 1, string]>([
    ['good', 0, 'good: 3 clauses, 1 instrument, no mistakes'],
    ['good --strict', 0, 'no mistakes'],
    ['unused', 0, 'no mistakes, 1 warning'],
    ['unused --strict', 1, 'warning lint/unused-document: '],
    ['let-stand --strict', 0, 'no mistakes, 1 let stand'],
    ['idle-suppression --strict', 1, 'warning lint/idle-suppression: '],
    ['kept', 0, 'no mistakes, 1 promise proved'],
    ['broken', 1, 'no mistakes, 1 broken promise'],
    ['suppressed-promise', 1, 'error shape/wrong-value: `code` is `lint/broken-promise`'],
    ['unproved', 1, 'no mistakes, 1 warning, 1 promise not proved'],
    ['unproved-stands', 0, 'no mistakes, 1 let stand'],
    ['weak', 0, 'no mistakes'],
    ['weak --strict --grade-floor B', 0, 'no mistakes'],
    ['weak --grade-floor A', 0, 'no mistakes, 1 warning'],
    ['weak --strict --grade-floor A', 1, 'warning lint/weak-source: '],
    ['good --nodes 10', 0, 'warning lint/gave-up: gave up on '],
    ['good --strict --nodes 10', 1, 'no mistakes, 1 warning'],
    ['kept --nodes 10', 1, 'no mistakes, 1 warning, 1 promise not proved'],
    ['mistaken', 1, 'mistaken: 1 mistake'],
  ])('of %s is %i', async (options, code, words) => {
    const result = await run(`check ${options}`);

    expect({ code: result.code, stderr: result.stderr }).toEqual({ code, stderr: '' });
    expect(result.stdout).toContain(words);
  });

  test.each([
    ['good --grade-floor Z', '`Z` is no grade of `example`'],
    ['good --nodes many', '`many` is no number of nodes'],
    ['good --nodes 0', '`0` is no number of nodes'],
    ['good --nodes -5', '`-5` is no number of nodes'],
    ['good --format xml', 'Allowed choices are text, json, sarif, github'],
    ['good --format markdown', 'Allowed choices are text, json, sarif, github'],
    ['nowhere --format sarif', 'error file/unreadable: '],
    ['good unused', 'too many arguments'],
  ])('of %s is 2, and nothing is printed', async (options, message) => {
    const result = await run(`check ${options}`);

    expect({ code: result.code, stdout: result.stdout }).toEqual({ code: 2, stdout: '' });
    expect(result.stderr).toContain(message);
  });
});

describe('the formats of check', () => {
  test('JSON has what was found, let stand and proved, of each pack', async () => {
    const found = await of('unused', 'let-stand', 'kept', 'broken');

    expect(
      found.map(({ findings = [], suppressed = [], proved, unproved }) => [
        findings.map(({ code, of }) => `${code} ${of}`),
        suppressed.map(({ code, because }) => `${code} ${because ?? ''}`),
        proved,
        unproved,
      ]),
    ).toEqual([
      [['lint/unused-document memo'], [], [], []],
      [[], ['lint/unused-document kept for the file'], [], []],
      [[], [], ['incumbent-is-free'], []],
      [['lint/broken-promise open-to-rival'], [], [], ['open-to-rival']],
    ]);
  });

  test('JSON has a request that breaks a promise, which is answered so', async () => {
    const [report] = await of('broken');
    const { request } = report?.findings?.[0] ?? {};
    writeFileSync(path.join(folder, 'broken.json'), JSON.stringify(request));

    const answered = await run('evaluate broken.json --rules broken --format json');

    expect(JSON.parse(answered.stdout)).toMatchObject({
      answers: [{ provider: 'rival', outcome: 'prohibited' }],
    });
  });

  test('GitHub is told of mistakes and findings at their places, and of nothing that may stand', async () => {
    const found = await run('check unused --format github');
    const stood = await run('check let-stand --format github');
    const mistaken = await run('check mistaken --format github');
    const clean = await run('check good --format github');

    const file = path.join(folder, 'unused/pack.yaml');
    expect(found.stdout).toMatch(
      /^::warning file=[^,]+,line=27,col=3,endColumn=7,title=lint\/unused-document::[^\n]+\n$/,
    );
    expect(found.stdout).toContain(`file=${file},`);
    expect(mistaken.stdout).toMatch(/^::error file=[^,]+,line=27,/);
    expect([stood.stdout, clean.stdout]).toEqual(['', '']);
    expect([found, stood, mistaken, clean].map(({ code }) => code)).toEqual([0, 0, 1, 0]);
  });

  test('SARIF is one log of all, with what may stand marked', async () => {
    const result = await run('check let-stand --format sarif');
    const both = await run('check unused --format sarif --grade-floor A');

    const log = JSON.parse(result.stdout) as Log;
    expect(log).toMatchObject({ version: '2.1.0', runs: [{ tool: { driver: { name: 'compute-rights' } } }] });
    expect(log.runs[0]?.results).toMatchObject([
      { ruleId: 'lint/unused-document', suppressions: [{ justification: 'kept for the file' }] },
    ]);
    expect((JSON.parse(both.stdout) as Log).runs[0]?.results.map(({ ruleId }) => ruleId)).toEqual([
      'lint/unused-document',
    ]);
    expect([result.code, both.code]).toEqual([0, 0]);
  });
});

interface Log {
  readonly runs: readonly { readonly results: readonly { readonly ruleId: string }[] }[];
}

async function of(...names: readonly string[]): Promise<CheckResult['packs']> {
  const runs = await Promise.all(names.map((name) => run(`check ${name} --format json`)));
  return runs.flatMap(({ stdout }) => (JSON.parse(stdout) as CheckResult).packs);
}
