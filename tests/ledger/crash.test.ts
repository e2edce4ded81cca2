import fc from 'fast-check';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
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
/** More rounds than 500 entries take, if each is killed after some dozen of them. */
const MOST_ROUNDS = 120;

let folder: string;
beforeAll(async () => {
  process.stdout.write(`killed ledger: FC_SEED=${String(SEED)}\n`);
  folder = await mkdtemp(path.join(tmpdir(), 'compute-rights-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Where each writer is killed: so many acknowledged entries after its first, and so many milliseconds later. */
const kills = fc.array(fc.record({ after: fc.nat(24), later: fc.nat(14), tear: fc.nat(60) }), {
  minLength: MOST_ROUNDS,
  maxLength: MOST_ROUNDS,
});

describe('a ledger whose writer is killed', { timeout: 240_000 }, () => {
  test('has every entry that was acknowledged, believes nothing half-written, and goes on', async () => {
    const file = path.join(folder, 'deals.jsonl');
    const acknowledged = new Map<number, string>();
    const seen = { killed: 0, locked: 0, torn: 0, unsaid: 0 };
    let written = 0;

    for (const { after, later, tear } of fc.sample(kills, { seed: SEED, numRuns: 1 })[0] ?? []) {
      const run = await appendUntil(file, written + 1, { after, later });
      for (const [entry, hash] of run.acknowledged) acknowledged.set(entry, hash);
      seen.killed += run.wasKilled ? 1 : 0;
      seen.locked += await unlock(file);
      if (tear % 4 === 0) seen.torn += await tearEnd(file, tear);

      const { entries, hashes } = valueOf(readLedger(await readFile(file), file));
      expect([...acknowledged].filter(([entry, hash]) => hashes[entry] !== hash)).toEqual([]);
      expect(entries.every(({ by }, index) => by === `clerk ${String(index + 1)}`)).toBe(true);
      seen.unsaid += entries.length - written - run.acknowledged.length - (tear % 4 === 0 ? 1 : 0);
      written = entries.length;
      if (written >= ENTRIES) break;
    }

    process.stdout.write(`killed ledger: ${JSON.stringify({ written, ...seen })}\n`);
    expect(written).toBeGreaterThanOrEqual(ENTRIES);
    expect(seen.unsaid).toBeLessThanOrEqual(seen.killed);
    expect(seen.killed).toBeGreaterThan(20);
    expect(seen.locked).toBeGreaterThan(5);
    expect(seen.torn).toBeGreaterThan(0);
  });

  test('by several writers at once has every entry that was acknowledged to any of them', async () => {
    const file = path.join(folder, 'shared.jsonl');
    const open = {
      recorded: '2025-03-01',
      by: 'clerk',
      opportunity: 'deal',
      open: { counterparty: 'rival' },
    };
    valueOf(await appendEntry(file, goodPack(), open));

    const writers = await Promise.all(
      ['a', 'b', 'c'].map((name) => write([WRITER, file, '2', '31', name], { after: Infinity, later: 0 })),
    );

    const { hashes } = valueOf(readLedger(await readFile(file), file));
    const acknowledged = writers.flatMap((run) => run.acknowledged.map(([, hash]) => hash));
    expect(acknowledged).toHaveLength(90);
    expect(hashes.slice(2).toSorted()).toEqual(acknowledged.toSorted());
  });
});

/** Appends entries from a number on, each again while another writer has the lock, and names it once it is on the disk. */
const WRITER = `
  import { writeSync } from 'node:fs';
  const [dist, rules, ledger, first, last, name] = process.argv.slice(1);
  const { appendEntry } = await import(dist + '/ledger/append-entry.js');
  const { loadPack } = await import(dist + '/pack/load-pack.js');
  const pack = await loadPack(rules);
  for (let number = Number(first); number <= Number(last); number++) {
    const says = number === 1 ? { open: { counterparty: 'rival' } } : { event: { offer: '2025-03-01' } };
    const draft = { recorded: '2025-03-01', by: name + ' ' + number, opportunity: 'deal', ...says };
    let added = await appendEntry(ledger, pack.value, draft);
    while (!added.ok && name !== 'clerk' && added.diagnostics[0].code === 'file/locked') {
      await new Promise((resolve) => setTimeout(resolve, 1));
      added = await appendEntry(ledger, pack.value, draft);
    }
    if (!added.ok) throw new Error(added.diagnostics[0].message);
    writeSync(1, added.value.entry + ' ' + added.value.hash + '\\n');
  }`;

interface Run {
  readonly acknowledged: readonly (readonly [number, string])[];
  readonly wasKilled: boolean;
}

interface Kill {
  readonly after: number;
  readonly later: number;
}

/** Starts a writer of one name that goes on to the last entry, and kills it. */
function appendUntil(file: string, first: number, kill: Kill): Promise<Run> {
  return write([WRITER, file, String(first), String(ENTRIES), 'clerk'], kill);
}

async function write([program = '', ...rest]: readonly string[], { after, later }: Kill): Promise<Run> {
  const dist = pathToFileURL(path.join(ROOT, 'dist')).href;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program, dist, RULES, ...rest]);
  let printed = '';
  let complaint = '';
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
    if (printed.split('\n').length > after + 1) setTimeout(() => child.kill('SIGKILL'), later);
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

/** Deletes the lock of a writer that was killed within an entry, as the message says that one may. */
async function unlock(file: string): Promise<number> {
  if (!existsSync(`${file}.lock`)) return 0;
  const offer = { recorded: '2025-03-01', by: 'other', opportunity: 'deal', event: { offer: '2025-03-01' } };
  const refused = await appendEntry(file, goodPack(), offer);

  expect(codesOf(refused)).toEqual(['file/locked']);
  await rm(`${file}.lock`);
  return 1;
}

/** Leaves a part of a line at the end, as a power cut would; a writer refuses to go on until it is cut off. */
async function tearEnd(file: string, size: number): Promise<number> {
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
