import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Decision } from '../../src/evaluation/decision.ts';
import type { LedgerReport } from '../../src/ledger/describe-ledger.ts';
import { runInProcess, type Run } from '../support/run-in-process.ts';
import { WORKPLACE } from './workplace.ts';

let folder: string;
let files = 0;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'compute-rights-'));
});
afterAll(() => rm(folder, { recursive: true }));

const run = (line: string, stdin = ''): Promise<Run> => runInProcess(line.split(' '), WORKPLACE, stdin);

/** A ledger to which each line of options is added. */
async function ledgerWith(...lines: readonly string[]): Promise<string> {
  const file = path.join(folder, `${String((files += 1))}.jsonl`);
  for (const line of lines) {
    const { code, stderr } = await run(`ledger add ${file} --opportunity site --by clerk ${line}`);
    if (code !== 0) throw new Error(stderr);
  }
  return file;
}

const OPEN = '--open rival --recorded 2025-01-10';
const NOTICE = '--event notice --happened 2025-03-01 --recorded 2025-03-01';
const DECLINE = '--event decline --happened 2025-03-10 --recorded 2025-03-20';
const COMPLETE = '--complete-to 2025-03-31 --recorded 2025-04-01';

async function outcomes(file: string, options = ''): Promise<readonly string[]> {
  const line = `evaluate request.yaml --provider rival --ledger ${file} --opportunity site --format json ${options}`;
  const { stdout, stderr } = await run(line.trim());
  if (stdout === '') throw new Error(stderr);
  return (JSON.parse(stdout) as Decision).answers.map(({ outcome }) => outcome);
}

describe('an answer by a ledger', () => {
  test('rests on what it records', async () => {
    expect(await outcomes(await ledgerWith(OPEN, NOTICE, DECLINE, COMPLETE))).toEqual(['permitted']);
    expect(await outcomes(await ledgerWith(OPEN, NOTICE, COMPLETE))).toEqual(['first-refusal']);
    expect(await outcomes(await ledgerWith(OPEN, COMPLETE))).toEqual(['first-refusal']);
  });

  test('is the same in whatever order things were recorded', async () => {
    const late = await ledgerWith(
      OPEN,
      '--event offer --happened 2025-03-12 --recorded 2025-03-12',
      `${NOTICE.replace('--recorded 2025-03-01', '--recorded 2025-03-13')}`,
      DECLINE,
      COMPLETE,
    );

    expect(await outcomes(late)).toEqual(['permitted']);
  });

  test('leaves out what happened after the day asked about', async () => {
    const file = await ledgerWith(OPEN, NOTICE, DECLINE, COMPLETE);

    expect(await outcomes(file, '--date 2025-03-09')).toEqual(['first-refusal']);
  });

  test('leaves out what was recorded later than it is to be known on, and knows nothing after it', async () => {
    const file = await ledgerWith(OPEN, NOTICE, DECLINE, COMPLETE);

    expect(await outcomes(file, '--date 2025-03-15 --known-on 2025-03-19')).toEqual(['undetermined']);
    expect(await outcomes(file, '--date 2025-03-15 --known-on 2025-03-20')).toEqual(['permitted']);
  });

  test('leaves out rules that were announced later than it is to be known on', async () => {
    const early = await ledgerWith('--open rival --recorded 2023-06-01');
    const line = `evaluate request.yaml --provider rival --ledger ${early} --opportunity site --format json`;

    const then = JSON.parse((await run(`${line} --known-on 2023-12-31`)).stdout) as Decision;
    const now = JSON.parse((await run(`${line} --known-on 2024-01-01`)).stdout) as Decision;

    expect(then.answers.map(({ outcome }) => outcome)).toEqual(['permitted']);
    expect(now.answers.map(({ outcome }) => outcome)).not.toEqual(['permitted']);
    expect([then.request.knownOn, then.pack.digest === now.pack.digest]).toEqual(['2023-12-31', false]);
    expect(then.request.digest).not.toBe(now.request.digest);
  });

  test('follows a correction in the place of what it corrects, and a withdrawal', async () => {
    const moved = '--event notice --happened 2025-03-10 --supersede 2 --recorded 2025-03-21';
    const corrected = await ledgerWith(OPEN, NOTICE, DECLINE, moved, COMPLETE);
    const withdrawn = await ledgerWith(
      OPEN,
      NOTICE,
      DECLINE,
      '--withdraw mistaken --supersede 3',
      '--complete-to 2025-03-31',
    );

    expect(await outcomes(corrected)).toEqual(['permitted']);
    expect(await outcomes(withdrawn)).toEqual(['first-refusal']);
    expect(await outcomes(withdrawn, '--date 2025-03-10 --known-on 2025-04-01')).toEqual(['permitted']);
  });
});

describe('what a ledger refuses', () => {
  test.each([
    ['a response to no notice', [OPEN], DECLINE, 'request/response-without-notice'],
    [
      'a second response',
      [OPEN, NOTICE, DECLINE],
      DECLINE.replace('decline', 'exercise'),
      'ledger/second-response',
    ],
    [
      'an event before the agreement',
      [OPEN],
      NOTICE.replace('2025-03-01', '2023-12-31'),
      'ledger/before-agreement',
    ],
    [
      'an event later than its record',
      [OPEN],
      NOTICE.replace('2025-03-01', '2025-03-02'),
      'ledger/recorded-too-early',
    ],
    ['a completeness that lies ahead', [OPEN], '--complete-to 2025-07-01', 'ledger/recorded-too-early'],
    [
      'an entry before the last',
      [OPEN, NOTICE],
      '--event offer --happened 2025-01-11 --recorded 2025-02-01',
      'ledger/recorded-backwards',
    ],
    ['an opportunity that is not open', [], NOTICE, 'ledger/unknown-opportunity'],
    ['an opening of what is open', [OPEN], OPEN, 'ledger/opened-twice'],
    ['an event in place of an opening', [OPEN], `${NOTICE} --supersede 1`, 'ledger/cannot-supersede'],
    [
      'what is superseded already',
      [OPEN, NOTICE, `${NOTICE} --supersede 2`],
      `${NOTICE} --supersede 2`,
      'ledger/cannot-supersede',
    ],
    ['a withdrawal of nothing', [OPEN], '--withdraw mistaken', 'ledger/cannot-supersede'],
    ['a party without a name in the pack', [OPEN], `${NOTICE} --party nobody`, 'request/undeclared-party'],
    ['no kind of event', [OPEN], NOTICE.replace('notice', 'notcie'), 'ledger/bad-entry'],
    ['no day', [OPEN], NOTICE.replace('2025-03-01', '2025-02-30'), 'shape/impossible-date'],
  ])('%s', async (_, before, line, code) => {
    const file = await ledgerWith(...before);
    const bytes = before.length === 0 ? '' : await readFile(file, 'utf8');

    const refused = await run(`ledger add ${file} --opportunity site --by clerk ${line}`);

    expect({ code: refused.code, stdout: refused.stdout }).toEqual({ code: 2, stdout: '' });
    expect(refused.stderr.match(/^error \S+(?=:)/gm)).toEqual([`error ${code}`]);
    expect(before.length === 0 ? '' : await readFile(file, 'utf8')).toBe(bytes);
  });

  test('a second writer at the same time', async () => {
    const file = await ledgerWith(OPEN);
    const add = (): Promise<Run> => run(`ledger add ${file} --opportunity site --by clerk ${NOTICE}`);

    const all = await Promise.all([add(), add(), add(), add()]);

    const done = all.filter(({ code }) => code === 0);
    const others = all.filter(({ code }) => code !== 0);
    const shown = JSON.parse((await run(`ledger show ${file} --format json`)).stdout) as LedgerReport;
    expect(others.every(({ stderr }) => stderr.includes('file/locked'))).toBe(true);
    expect(shown.entries).toHaveLength(1 + done.length);
  });

  test('a command line that does not fit together', async () => {
    const file = await ledgerWith(OPEN);
    const lines = [
      `ledger add ${file} --opportunity site --by clerk`,
      `ledger add ${file} --opportunity site --by clerk --open rival --complete-to 2025-01-01`,
      `ledger add ${file} --opportunity site --by clerk --event notice`,
      `ledger show ${file} --known-on tomorrow`,
      `evaluate request.yaml --ledger ${file}`,
      'evaluate request.yaml --opportunity site',
      'evaluate request.yaml --known-on 2025-01-01',
    ];

    const refused = await Promise.all(lines.map((line) => run(line)));

    expect(refused.map(({ code }) => code)).toEqual(lines.map(() => 2));
  });
});

describe('ledger add', () => {
  test('records an event from standard input, today where no day is given, with what is attached', async () => {
    const file = await ledgerWith(OPEN);
    const document = path.join(folder, 'notice.txt');
    await writeFile(document, 'we offer');
    const event = '{ notice: 2025-06-29, contains: [price] }';

    const added = await run(
      `ledger add ${file} --opportunity site --by clerk --event - --attach ${document}`,
      event,
    );

    const { entries, head } = JSON.parse(
      (await run(`ledger show ${file} --format json`)).stdout,
    ) as LedgerReport;
    expect(added.stdout).toBe(`entry 2 is recorded, hash ${head}\n`);
    expect(entries[1]).toMatchObject({ recorded: '2025-06-30', party: 'incumbent', contains: ['price'] });
    expect((await run(`ledger verify ${file} --documents ${folder} --head ${head}`)).code).toBe(0);
    await writeFile(document, 'we do not offer');
    expect((await run(`ledger verify ${file} --documents ${folder}`)).stdout).toContain(
      'ledger/changed-document',
    );
  });

  test('drops nothing of a file that is no ledger', async () => {
    const file = path.join(folder, 'letter.txt');
    await writeFile(file, 'Dear Sir');

    const { code } = await run(`ledger add ${file} --opportunity site --by clerk ${OPEN} --drop-torn-line`);

    expect([code, await readFile(file, 'utf8')]).toEqual([2, 'Dear Sir']);
  });
});
