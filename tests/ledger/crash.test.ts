import fc from 'fast-check';
import { spawn } from 'node:child_process';
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appendEntry } from '../../src/ledger/append-entry.ts';
import { readLedger } from '../../src/ledger/read-ledger.ts';
import { goodPack, codesOf, valueOf } from '../pack/good-pack.ts';
import { SEED } from '../support/seed.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const RULES = path.join(ROOT, 'fixtures/diagnostics/good-pack');
const ENTRIES = 500;
const MOST_ROUNDS = 12;

let folder: string;
beforeAll(async () => {
  process.stdout.write(`killed ledger: FC_SEED=${String(SEED)}\n`);
  folder = await mkdtemp(path.join(tmpdir(), 'compute-rights-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('a ledger whose writer is killed', { timeout: 180_000 }, () => {
  test('has every entry that was acknowledged, believes nothing half-written, and goes on', async () => {
    const file = path.join(folder, 'deals.jsonl');
    const random =
      fc.sample(fc.array(fc.nat(60), { minLength: MOST_ROUNDS, maxLength: MOST_ROUNDS }), {
        seed: SEED,
        numRuns: 1,
      })[0] ?? [];
    const acknowledged = new Map<number, string>();
    let [written, kills, torn] = [0, 0, 0];

    for (const [round, more] of random.entries()) {
      const isLast = round === random.length - 1;
      const run = await appendUntil(file, written + 1, isLast ? Infinity : 10 + more);
      for (const [entry, hash] of run.acknowledged) acknowledged.set(entry, hash);
      kills += run.wasKilled ? 1 : 0;
      await rm(`${file}.lock`, { force: true });
      if (!isLast && more % 2 === 0) torn += await tear(file, more);

      const { entries, hashes } = valueOf(readLedger(await readFile(file), file));
      expect([...acknowledged].filter(([entry, hash]) => hashes[entry] !== hash)).toEqual([]);
      expect(entries.every(({ by }, index) => by === `clerk ${String(index + 1)}`)).toBe(true);
      written = entries.length;
      if (written >= ENTRIES) break;
    }

    expect({ written, acknowledged: acknowledged.size >= written - kills }).toEqual({
      written: ENTRIES,
      acknowledged: true,
    });
    expect(kills).toBeGreaterThan(3);
    expect(torn).toBeGreaterThan(0);
  });
});

/** Appends entries from a number on, and names each once it is on the disk, until it is killed. */
const WRITER = `
  import { writeSync } from 'node:fs';
  const [dist, ledger, rules, first, last] = process.argv.slice(1);
  const { appendEntry } = await import(dist + '/ledger/append-entry.js');
  const { loadPack } = await import(dist + '/pack/load-pack.js');
  const pack = await loadPack(rules);
  for (let number = Number(first); number <= Number(last); number++) {
    const says = number === 1 ? { open: { counterparty: 'rival' } } : { event: { offer: '2025-03-01' } };
    const draft = { recorded: '2025-03-01', by: 'clerk ' + number, opportunity: 'deal', ...says };
    const added = await appendEntry(ledger, pack.value, draft);
    if (!added.ok) throw new Error(added.diagnostics[0].message);
    writeSync(1, added.value.entry + ' ' + added.value.hash + '\\n');
  }`;

interface Run {
  readonly acknowledged: readonly (readonly [number, string])[];
  readonly wasKilled: boolean;
}

/** Kills the writer somewhere in the appends after it has acknowledged so many. */
async function appendUntil(file: string, first: number, kill: number): Promise<Run> {
  const dist = pathToFileURL(path.join(ROOT, 'dist')).href;
  const child = spawn(process.execPath, [
    '--input-type=module',
    '--eval',
    WRITER,
    dist,
    file,
    RULES,
    String(first),
    String(ENTRIES),
  ]);
  let printed = '';
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
    if (printed.split('\n').length > kill) child.kill('SIGKILL');
  });
  const signal = await new Promise<string | null>((resolve) => child.on('close', (_, by) => resolve(by)));
  if (signal === null && complaint !== '') throw new Error(complaint);
  const lines = printed
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split(' '));
  return {
    acknowledged: lines.map(([entry, hash = '']) => [Number(entry), hash] as const),
    wasKilled: signal === 'SIGKILL',
  };
}

/** Leaves a part of a line at the end, as a power cut would; a writer refuses to go on until it is cut off. */
async function tear(file: string, size: number): Promise<number> {
  const line = (await readFile(file, 'utf8')).split('\n').at(-2) ?? '';
  await appendFile(file, line.slice(0, 1 + size));
  const bytes = await readFile(file);
  const { entries } = valueOf(readLedger(bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1), file));
  const number = entries.length + 1;
  const draft = { recorded: '2025-03-01', by: `clerk ${String(number)}`, opportunity: 'deal' };
  const event = { offer: '2025-03-01' };

  expect(codesOf(readLedger(bytes, file))).toEqual(['ledger/torn-line']);
  expect(codesOf(await appendEntry(file, goodPack(), { ...draft, event }))).toEqual(['ledger/torn-line']);
  const added = await appendEntry(file, goodPack(), { ...draft, event }, { dropTornLine: true });
  expect(valueOf(added).entry).toBe(number);
  return 1;
}
