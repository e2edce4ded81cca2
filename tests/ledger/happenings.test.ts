import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Decision } from '../../src/evaluation/decision.ts';
import { openLedger } from '../../src/index.ts';
import type { LedgerReport } from '../../src/ledger/describe-ledger.ts';
import { valueOf } from '../pack/good-pack.ts';
import { runInProcess, type Run } from '../support/run-in-process.ts';

const RULES = path.resolve(import.meta.dirname, '../../fixtures/semantics/rules/measures');
const REQUEST = 'actor: buyer\ndate: 2026-06-01\nacts: [buy]\nproviders: [rival]\n';
const FACTS = 'facts: { megawatts: 100, product: chips }\n';

let folder: string;
let files = 0;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'compute-rights-'));
  await writeFile(path.join(folder, 'request.yaml'), REQUEST + FACTS);
  await writeFile(path.join(folder, 'stated.yaml'), `${REQUEST}${FACTS}happened: { entries: [] }\n`);
});
afterAll(() => rm(folder, { recursive: true }));

const run = (words: readonly string[], stdin = ''): Promise<Run> => runInProcess(words, folder, stdin);

function add(file: string, words: readonly string[], stdin = ''): Promise<Run> {
  return run(['ledger', 'add', file, '--rules', RULES, '--by', 'clerk', ...words], stdin);
}

const order = (megawatts: number, on: string, recorded = on): readonly string[] => [
  '--happening',
  `{ order: ${on}, megawatts: ${String(megawatts)}, product: chips }`,
  '--recorded',
  recorded,
];
const complete = (to: string, recorded = to): readonly string[] => [
  '--happenings-complete-to',
  to,
  '--recorded',
  recorded,
];

/** A ledger to which each list of options is added. */
async function ledgerWith(...all: readonly (readonly string[])[]): Promise<string> {
  const file = path.join(folder, `${String((files += 1))}.jsonl`);
  for (const words of all) {
    const { code, stderr } = await add(file, words);
    if (code !== 0) throw new Error(stderr);
  }
  return file;
}

async function outcome(file: string, ...words: readonly string[]): Promise<string | undefined> {
  const line = ['evaluate', 'request.yaml', '--rules', RULES, '--ledger', file, '--format', 'json', ...words];
  const { stdout, stderr } = await run(line);
  if (stdout === '') throw new Error(stderr);
  return (JSON.parse(stdout) as Decision).answers[0]?.outcome;
}

describe('an answer by the happenings of a ledger', () => {
  test('counts them, as far as their record is complete', async () => {
    expect(await outcome(await ledgerWith(order(400, '2026-02-01'), complete('2026-06-01')))).toBe(
      'permitted',
    );
    expect(await outcome(await ledgerWith(order(401, '2026-02-01'), complete('2026-06-01')))).toBe(
      'prohibited',
    );
    expect(await outcome(await ledgerWith(order(400, '2026-02-01')))).toBe('undetermined');
    expect(await outcome(await ledgerWith(complete('2026-06-01')))).toBe('permitted');
  });

  test('is that of a request that states them', async () => {
    const file = await ledgerWith(order(300, '2026-02-01'), complete('2026-06-01'));
    const stated = `${REQUEST}${FACTS}happened: { complete-to: 2026-06-01, entries: [{ order: 2026-02-01, megawatts: 300, product: chips }] }\n`;

    const words = ['evaluate', '-', '--rules', RULES, '--format', 'json'];
    const byRequest = await run(words, stated);
    const byLedger = await run([...words, '--ledger', file], REQUEST + FACTS);

    expect(JSON.parse(byLedger.stdout)).toEqual(JSON.parse(byRequest.stdout));
  });

  test('leaves out what happened after the day of the request, and keeps how far the record goes', async () => {
    const file = await ledgerWith(order(400, '2026-02-01'), order(300, '2026-07-01'));

    expect(await outcome(file)).toBe('permitted');
    expect(await outcome(file, '--date', '2026-07-01')).toBe('prohibited');
  });

  test('leaves out what was recorded later than it is to be known on, completeness too', async () => {
    const late = order(300, '2026-02-01', '2026-08-01');
    const file = await ledgerWith(order(300, '2026-01-15'), complete('2026-06-01'), late);
    const unsaid = await ledgerWith(order(300, '2026-01-15'), complete('2026-06-01', '2026-06-02'));

    expect(await outcome(file)).toBe('prohibited');
    expect(await outcome(file, '--known-on', '2026-07-31')).toBe('permitted');
    expect(await outcome(unsaid, '--known-on', '2026-06-01')).toBe('undetermined');
    expect(await outcome(unsaid, '--known-on', '2026-06-02')).toBe('permitted');
    expect(await outcome(unsaid, '--known-on', '2026-01-01')).toBe('undetermined');
  });

  test('follows a correction and a withdrawal', async () => {
    const first = [order(450, '2026-02-01'), complete('2026-06-01')] as const;
    const corrected = await ledgerWith(...first, [
      ...order(50, '2026-02-01', '2026-06-02'),
      '--supersede',
      '1',
    ]);
    const withdrawn = await ledgerWith(...first, [
      '--withdraw',
      'never signed',
      '--supersede',
      '1',
      '--recorded',
      '2026-06-02',
    ]);
    const reopened = await ledgerWith(order(50, '2026-02-01'), complete('2026-06-01'), [
      ...complete('2026-03-01', '2026-06-02'),
      '--supersede',
      '2',
    ]);

    expect([await outcome(corrected), await outcome(withdrawn)]).toEqual(['permitted', 'permitted']);
    expect(await outcome(corrected, '--known-on', '2026-06-01')).toBe('prohibited');
    expect(await outcome(reopened)).toBe('undetermined');
  });

  test('takes an opportunity of the same ledger besides', async () => {
    const open = ['--opportunity', 'site', '--open', 'rival', '--recorded', '2026-01-10'];
    const quiet = ['--opportunity', 'site', '--complete-to', '2026-06-01', '--recorded', '2026-06-01'];
    const file = await ledgerWith(open, order(401, '2026-02-01'), quiet, complete('2026-06-01'));

    const words = ['evaluate', 'request.yaml', '--rules', RULES, '--ledger', file, '--format', 'json'];
    const { stdout } = await run([...words, '--opportunity', 'site']);
    const decision = JSON.parse(stdout) as Decision;

    expect(decision.answers[0]?.outcome).toBe('prohibited');
    expect(decision.request.opportunity?.id).toBe('site');
  });

  test('does not rest on two records', async () => {
    const file = await ledgerWith(order(400, '2026-02-01'));
    const without = await ledgerWith([
      '--opportunity',
      'site',
      '--open',
      'rival',
      '--recorded',
      '2026-01-10',
    ]);
    const words = ['evaluate', 'stated.yaml', '--rules', RULES, '--ledger'];

    const both = await run([...words, file]);
    const one = await run([...words, without, '--opportunity', 'site']);
    const none = await run([...words, without]);

    expect(both.stderr).toContain('error ledger/two-records');
    expect(both.stderr).toContain('stated.yaml:6:1');
    expect([both.code, one.stderr, none.code]).toEqual([2, '', 2]);
  });
});

describe('ledger show and verify', () => {
  test('list happenings and check them', async () => {
    const file = await ledgerWith(order(400, '2026-02-01'), complete('2026-06-01'));

    const words = await run(['ledger', 'show', file]);
    const { entries, head } = JSON.parse(
      (await run(['ledger', 'show', file, '--format', 'json'])).stdout,
    ) as LedgerReport;

    expect(words.stdout.split('\n').slice(1, 3)).toEqual([
      '1  happening: order on 2026-02-01, megawatts 400, product chips (recorded 2026-02-01 by clerk)',
      '2  happenings: complete to 2026-06-01 (recorded 2026-06-01 by clerk)',
    ]);
    expect(entries).toMatchObject([
      {
        says: 'happening',
        kind: 'order',
        happened: '2026-02-01',
        parts: { megawatts: 400, product: 'chips' },
      },
      { says: 'happenings-complete-to', completeTo: '2026-06-01' },
    ]);
    expect(entries.some((entry) => 'opportunity' in entry)).toBe(false);
    expect((await run(['ledger', 'verify', file, '--head', head])).code).toBe(0);
    await writeFile(file, (await readFile(file, 'utf8')).replace('400', '300'));
    expect((await run(['ledger', 'verify', file])).stdout).toContain('ledger/changed-line');
  });
});

describe('a ledger that was written before there were happenings', () => {
  const before = path.resolve(
    import.meta.dirname,
    '../../fixtures/diagnostics/ledger-two-records/ledger.jsonl',
  );
  const head = '3cf741fd73297ee25280b288b6c8069e1d8104d81fc4de53fd96bf82faf54cbd';

  test('is read as it was, and has none', async () => {
    const opened = valueOf(await openLedger(before));
    const { code } = await run(['ledger', 'verify', before, '--head', head]);

    expect([code, opened.head]).toEqual([0, head]);
    expect(opened.entries.map(({ opportunity, says }) => [opportunity, says])).toEqual([
      ['deal', 'open'],
      ['deal', 'event'],
      ['deal', 'event'],
    ]);
    expect(opened).not.toHaveProperty('happened');
  });
});

describe('a happening that is refused', () => {
  test.each([
    [
      'one of another name',
      '{ ordre: 2026-02-01, megawatts: 1 }',
      'request/undeclared-happening',
      'did you mean `order`?',
    ],
    ['a negative amount', '{ order: 2026-02-01, megawatts: -1 }', 'request/negative-amount', ''],
    ['a part of another name', '{ order: 2026-02-01, megawats: 1 }', 'shape/unknown-key', '`megawatts`'],
    ['a day that is to come', '{ order: 2026-02-03 }', 'ledger/recorded-too-early', ''],
    ['a day of no calendar', '{ order: 2026-02-30 }', 'shape/impossible-date', ''],
    ['no day', '{ order: yesterday }', 'ledger/bad-entry', ''],
    ['two days', '{ order: 2026-02-01, site: 2026-02-01 }', 'ledger/bad-entry', ''],
    ['nothing', '{}', 'shape/empty', ''],
    ['a list', '[order]', 'shape/wrong-value', ''],
    ['one before the agreement', '{ site: 2023-03-30 }', 'ledger/before-agreement', ''],
  ])('%s', async (_, happening, code, hint) => {
    const file = await ledgerWith(order(1, '2026-01-01'));
    const bytes = await readFile(file, 'utf8');

    const refused = await add(file, ['--happening', happening, '--recorded', '2026-02-02']);

    expect({ code: refused.code, stdout: refused.stdout }).toEqual({ code: 2, stdout: '' });
    expect(refused.stderr.match(/^error \S+(?=:)/gm)).toEqual([`error ${code}`]);
    expect(refused.stderr).toContain(hint);
    expect(await readFile(file, 'utf8')).toBe(bytes);
  });

  test('is not one that lies before the agreement in a period that a measure looks at', async () => {
    const file = await ledgerWith(order(400, '2023-01-02'));

    expect((await run(['ledger', 'show', file])).stdout).toContain('order on 2023-01-02');
  });

  test.each([
    ['of a deal', [...order(1, '2026-02-01'), '--opportunity', 'site']],
    ['with a completeness', [...order(1, '2026-02-01'), ...complete('2026-02-01')]],
    ['with an event’s day', [...order(1, '2026-02-01'), '--happened', '2026-02-01']],
    ['by an event without a deal', ['--event', 'offer', '--happened', '2026-02-01']],
    ['by a completeness without a deal', ['--complete-to', '2026-02-01']],
  ])('on a command line: %s', async (_, words) => {
    expect((await add(path.join(folder, 'none.jsonl'), words)).stderr).toMatch(/^usage error|^error: /);
  });

  test.each([
    ['in place of a completeness', ['--supersede', '2', ...order(1, '2026-02-01', '2026-06-01')]],
    [
      'withdrawn for a deal',
      ['--opportunity', 'site', '--withdraw', 'so', '--supersede', '1', '--recorded', '2026-06-01'],
    ],
  ])('in a place that is not its own: %s', async (_, words) => {
    const open = ['--opportunity', 'site', '--open', 'rival', '--recorded', '2026-06-01'];
    const file = await ledgerWith(order(1, '2026-02-01'), complete('2026-06-01'), open);

    expect((await add(file, words)).stderr).toContain('ledger/cannot-supersede');
  });
});
