import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appendEntry, evaluate, loadPack, openLedger, type EntryDraft } from '../../src/index.ts';
import { codesOf, valueOf } from '../pack/good-pack.ts';
import { forgedLedger } from '../support/forged-ledger.ts';
import { runInProcess, type Run } from '../support/run-in-process.ts';

const RULES = path.resolve(import.meta.dirname, '../../fixtures/semantics/rules/measures');
const REQUEST = 'actor: buyer\ndate: 2026-06-01\nacts: [buy]\nproviders: [rival]\n';
const FACTS = 'facts: { megawatts: 100, product: chips }\n';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'compute-rights-'));
  await writeFile(path.join(folder, 'request.yaml'), REQUEST + FACTS);
  await writeFile(path.join(folder, 'stated.yaml'), `${REQUEST}${FACTS}happened: { entries: [] }\n`);
});
afterAll(() => rm(folder, { recursive: true }));

const run = (words: readonly string[], stdin = ''): Promise<Run> => runInProcess(words, folder, stdin);

describe('the happenings that a program keeps', () => {
  const head = { recorded: '2026-06-01', by: 'clerk' };

  test('are given as a request states them', async () => {
    const pack = valueOf(await loadPack(RULES));
    const file = path.join(folder, 'program.jsonl');
    const happening = { order: '2026-02-01', megawatts: 400, product: 'chips' };
    valueOf(await appendEntry(file, pack, { ...head, happening }));
    valueOf(await appendEntry(file, pack, { ...head, 'happenings-complete-to': '2026-06-01' }));

    const { happened, opportunities } = valueOf(await openLedger(file));
    const request = { actor: 'buyer', date: '2026-06-01', acts: ['buy'], providers: ['rival'] };
    const asked = await evaluate(pack, { ...request, facts: { megawatts: 101, product: 'chips' }, happened });

    expect(happened).toEqual({ 'complete-to': '2026-06-01', entries: [happening] });
    expect(opportunities).toEqual([]);
    expect(asked.ok && asked.decision.answers[0]?.outcome).toBe('prohibited');
    expect(valueOf(await openLedger(file, { knownOn: '2026-05-31' }))).not.toHaveProperty('happened');
  });

  test.each<readonly [string, object, string]>([
    ['an event of no deal', { event: { offer: '2026-02-01' } }, 'shape/missing-key'],
    ['a completeness of no deal', { 'complete-to': '2026-02-01' }, 'shape/missing-key'],
    [
      'a happening of a deal',
      { opportunity: 'site', happening: { order: '2026-02-01' } },
      'ledger/bad-entry',
    ],
    ['a happening that is to come', { 'happenings-complete-to': '2026-06-02' }, 'ledger/recorded-too-early'],
  ])('are not %s', async (_, says, code) => {
    const pack = valueOf(await loadPack(RULES));

    const refused = await appendEntry(path.join(folder, 'no.jsonl'), pack, {
      ...head,
      ...says,
    } as EntryDraft);

    expect(codesOf(refused)).toEqual([code]);
  });

  test('are checked by the pack although the chain holds', async () => {
    const file = path.join(folder, 'forged.jsonl');
    const header = { format: 'compute-rights/ledger/1', pack: 'measures' };
    const lines = [{ opportunity: undefined, recorded: '2026-02-01', happening: { odrer: '2026-02-01' } }];
    await writeFile(file, forgedLedger(lines, header));

    const { stderr, code } = await run(['evaluate', 'request.yaml', '--rules', RULES, '--ledger', file]);

    expect([code, stderr.match(/^error \S+(?=:)/gm)]).toEqual([2, ['error request/undeclared-happening']]);
  });
});
